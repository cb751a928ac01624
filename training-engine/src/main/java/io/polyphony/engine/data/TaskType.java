package io.polyphony.engine.data;

/** What kind of target a task has. */
public enum TaskType {
    BINARY,
    MULTICLASS,
    /** Classes in an order, such as grades; named by numbers, or in alphabetical order. */
    ORDINAL,
    REGRESSION,
    /** Numbers of things: never negative, and the larger, the less certain. */
    COUNT;

    public boolean isClassification() {
        return switch (this) {
            case BINARY, MULTICLASS, ORDINAL -> true;
            case REGRESSION, COUNT -> false;
        };
    }
}
