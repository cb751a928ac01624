package io.polyphony.backend.dataset;

/** What a column is for. An experiment names its targets itself; the role is what it starts from. */
public enum ColumnRole {
    INPUT,
    TARGET,
    /** Names the row; never an input. */
    ID,
    /** Rows of one group belong together: a split never parts them. */
    GROUP,
    /** Says which rows are for training, validation and test. */
    SPLIT,
    WEIGHT,
    IGNORE
}
