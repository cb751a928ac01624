package io.polyphony.engine.data;

/** What kind of target a task has. */
public enum TaskType {
    BINARY,
    MULTICLASS,
    REGRESSION;

    public boolean isClassification() {
        return this != REGRESSION;
    }
}
