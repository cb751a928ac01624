package io.polyphony.backend.experiment;

import io.polyphony.backend.experiment.space.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a trial as a whole is measured by, besides the metrics of its tasks; of all of them less is better. */
public enum Measure {
    LATENCY(
            "latency_ms",
            "Latency (ms)",
            "Milliseconds from raw cells to answers for a row that comes alone, on the worker."),
    SIZE("size_mb", "Size (MB)", "Megabytes of the model as it is downloaded."),
    PARAMETERS("parameters", "Parameters", "How many numbers its network learns."),
    TRAINING("training_seconds", "Training (s)", "Seconds of training on the worker until its end.");

    private final String label;
    private final String title;
    private final String explanation;

    Measure(String label, String title, String explanation) {
        this.label = label;
        this.title = title;
        this.explanation = explanation;
    }

    /** Its name in requests and rows. */
    public String label() {
        return label;
    }

    /** The name as people write it. */
    public String title() {
        return title;
    }

    /** Whether it takes the network alone to know it, so that it is known before the training. */
    public boolean ofNetwork() {
        return this != TRAINING;
    }

    /** The measure of that name. */
    public static Optional<Measure> named(String name) {
        return Arrays.stream(values())
                .filter(measure -> measure.label.equals(name))
                .findFirst();
    }

    /** All, each with its explanation. */
    public static List<Choice> choices() {
        return Arrays.stream(values())
                .map(measure -> new Choice(measure.label, measure.title, false, measure.explanation))
                .toList();
    }
}
