package io.polyphony.backend.experiment.space;

import static io.polyphony.backend.experiment.space.Choice.special;
import static io.polyphony.backend.experiment.space.Choice.usual;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.AMOUNTS;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.ANSWERS;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.CLASSES;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.COUNTS;
import static io.polyphony.backend.experiment.space.TrainingKnob.Scope.NUMBERS;

import java.util.List;

/** How heads may answer, and by which losses they may learn. To add something: its line here, and who reads it. */
final class HeadKnobs {
    static final List<TrainingKnob> LINES = List.of(
            new TrainingKnob(
                    Knobs.HEAD,
                    "Hidden units of heads",
                    "What lies between what was fused and a task's answer; what is drawn on pictures has a decoder there.",
                    ANSWERS,
                    List.of(
                            usual("0", "None", "One linear layer: few numbers, which are not learnt by heart."),
                            usual("64", "64", "A layer for each task: where tasks read what was fused otherwise."),
                            special("256", "256", "A wide one: for many rows, and tasks that differ much."))),
            new TrainingKnob(
                    Knobs.COUNTING,
                    "Counting",
                    "How a count is read off a picture.",
                    COUNTS,
                    List.of(
                            usual(
                                    "density",
                                    "By density",
                                    "The sum of a density over the picture (Lempitsky 2010): for things that it shows."),
                            usual(
                                    "pooled",
                                    "From the whole",
                                    "From what was fused of all inputs: for counts of what no picture shows."))),
            new TrainingKnob(
                    Knobs.NUMBER_LINE,
                    "Line through numbers",
                    "Whether a network begins at the line through a table's numbers that tells the answers best.",
                    AMOUNTS,
                    List.of(
                            usual("none", "None", "The network tells all: where little adds up."),
                            usual(
                                    Knobs.FITTED,
                                    "Fitted",
                                    "A ridge regression, and the network tells what it leaves: for sums, and what grows in proportion."))),
            new TrainingKnob(
                    Knobs.REGRESSION_LOSS,
                    "Loss of numbers",
                    "How far off counts how much, where the metric is the mean error; other metrics bring the loss they ask for.",
                    NUMBERS,
                    List.of(
                            usual(
                                    "absolute",
                                    "Absolute",
                                    "As far as it is off: aims at the median, and outliers do not rule."),
                            special(
                                    "huber",
                                    "Huber",
                                    "Squared up to one deviation, then straight (Huber 1964): smooth near the truth."),
                            special("squared", "Squared", "Squared: aims at the mean, and few large errors rule."))),
            new TrainingKnob(
                    Knobs.LABEL_SMOOTHING,
                    "Label smoothing",
                    "How much probability the truth leaves to other classes, so that a network is not too sure.",
                    CLASSES,
                    List.of(
                            usual("0", "Off", "Labels count as they are."),
                            usual("0.05", "0.05", "A twentieth is left: for labels that are wrong now and then."),
                            usual("0.1", "0.1", "A tenth is left: for many classes and noisy labels."))),
            new TrainingKnob(
                    Knobs.CLASS_BALANCE,
                    "Rare classes",
                    "What is done so that rare classes are not drowned by common ones.",
                    CLASSES,
                    List.of(
                            usual("none", "Nothing", "Every row counts alike, which keeps probabilities honest."),
                            special(
                                    "weights",
                                    "Class weights",
                                    "Errors on rare classes cost more, by the square root."),
                            special("oversample", "Over-sampling", "Rows of rare classes are shown more often."),
                            special(
                                    "undersample",
                                    "Under-sampling",
                                    "Rows of common classes are shown less often: quicker epochs."),
                            special(
                                    "focal",
                                    "Focal loss",
                                    "What is learnt already counts less (Lin 2017, gamma 2)."))));

    private HeadKnobs() {}
}
