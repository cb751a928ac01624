package io.polyphony.engine.data;

/** What kind of target a task has. */
public enum TaskType {
    BINARY,
    MULTICLASS,
    /** Classes in an order, such as grades; named by numbers, or in alphabetical order. */
    ORDINAL,
    /** Any number of labels per row, such as topics: each is there or not. */
    MULTILABEL,
    REGRESSION,
    /** Several numbers at once, as many in every row. */
    VECTOR,
    /** Numbers of things: never negative, and the larger, the less certain. */
    COUNT,
    /** The next values of a column whose rows are steps of time. */
    FORECAST,
    /** The class of every pixel of a picture. */
    SEGMENTATION,
    /** Boxes around things on a picture, and what they are. */
    DETECTION;

    /** Whether a row is of exactly one class. */
    public boolean isClassification() {
        return switch (this) {
            case BINARY, MULTICLASS, ORDINAL -> true;
            case MULTILABEL, REGRESSION, VECTOR, COUNT, FORECAST, SEGMENTATION, DETECTION -> false;
        };
    }

    /** Whether the answer is a number, or several, in the target's own units. */
    public boolean isQuantity() {
        return switch (this) {
            case REGRESSION, VECTOR, COUNT, FORECAST -> true;
            case BINARY, MULTICLASS, ORDINAL, MULTILABEL, SEGMENTATION, DETECTION -> false;
        };
    }

    /** Whether the answer lies on a picture: the heads read maps of an encoder, and pictures may only be moved together with it. */
    public boolean onPictures() {
        return switch (this) {
            case SEGMENTATION, DETECTION -> true;
            case BINARY, MULTICLASS, ORDINAL, MULTILABEL, REGRESSION, VECTOR, COUNT, FORECAST -> false;
        };
    }
}
