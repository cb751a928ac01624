package io.polyphony.frontend.experiment;

import io.polyphony.engine.data.TaskType;

/** What each type of task answers and by which loss its head learns, in a sentence. */
final class TypeTexts {
    private TypeTexts() {}

    static String of(TaskType type) {
        return switch (type) {
            case BINARY -> "Yes or no: one probability, learnt by its cross-entropy.";
            case MULTICLASS -> "One of several classes: a probability for each, learnt by their cross-entropy.";
            case ORDINAL -> "Classes in an order: how likely each is passed, given the one before (CORN, Shi 2023).";
            case MULTILABEL -> "Any number of labels per row: a probability for each, learnt by its cross-entropy.";
            case REGRESSION ->
                "A number, learnt by the errors that its metric counts: squared, absolute or of a quantile.";
            case VECTOR -> "Several numbers per row, each on its own scale, learnt like single ones.";
            case COUNT -> "A number of things, never negative, learnt by its likelihood after Poisson.";
            case FORECAST ->
                "The next values of a column whose rows are steps of time, learnt by their squared errors.";
            case SEGMENTATION -> "A class for every pixel of a picture, drawn by a head on the picture's encoder.";
            case DETECTION -> "Boxes around things on a picture, found as points with a size (Zhou 2019).";
        };
    }
}
