package io.polyphony.backend.experiment.space;

import static io.polyphony.backend.experiment.space.Choice.special;
import static io.polyphony.backend.experiment.space.Choice.usual;

import io.polyphony.engine.data.TaskType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The head of each type of task, in a sentence; a task asks for it by its type. What heads leave open, {@link TrainingKnobs#heads} lists. */
public final class HeadChoices {
    private HeadChoices() {}

    /** All, in the order of the types. Usual ones are taken where the values of a column call for them. */
    public static List<Choice> all() {
        return Stream.of(TaskType.values()).map(HeadChoices::of).toList();
    }

    /** What tasks of that type answer, and by which loss their heads learn. */
    public static Choice of(TaskType type) {
        return switch (type) {
            case BINARY -> taken(type, "Yes or no: one probability, learnt by its cross-entropy.");
            case MULTICLASS ->
                taken(type, "One of several classes: a probability for each, learnt by their cross-entropy.");
            case ORDINAL ->
                asked(type, "Classes in an order: how likely each is passed, given the one before (CORN, Shi 2023).");
            case MULTILABEL ->
                taken(type, "Any number of labels per row: a probability for each, learnt by its cross-entropy.");
            case REGRESSION ->
                taken(
                        type,
                        "A number, learnt by the errors that its metric counts: squared, absolute or of a quantile.");
            case VECTOR -> taken(type, "Several numbers per row, each on its own scale, learnt like single ones.");
            case COUNT -> asked(type, "A number of things, never negative, learnt by its likelihood after Poisson.");
            case FORECAST ->
                taken(
                        type,
                        "The next values of a column whose rows are steps of time, learnt by their squared errors.");
            case SEGMENTATION ->
                taken(
                        type,
                        "A class for every pixel of a picture, drawn by a U-Net's decoder on the picture's encoder.");
            case DETECTION -> taken(type, "Boxes around things on a picture, found as points with a size (Zhou 2019).");
        };
    }

    private static Choice taken(TaskType type, String explanation) {
        return usual(name(type), title(type), explanation);
    }

    private static Choice asked(TaskType type, String explanation) {
        return special(name(type), title(type), explanation);
    }

    private static String name(TaskType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String title(TaskType type) {
        return Choice.written(name(type));
    }
}
