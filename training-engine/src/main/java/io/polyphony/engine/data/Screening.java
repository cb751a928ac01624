package io.polyphony.engine.data;

/** Which columns of a table a network sees at all. */
public enum Screening {
    /** All of them. */
    ALL,
    /** Those that tell about any of the tasks, as tests on the train rows say ({@link ColumnScreen}). */
    TELLING
}
