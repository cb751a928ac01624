package io.polyphony.backend.metrics;

import io.polyphony.backend.trial.Measurements;

/**
 * One measured value.
 *
 * @param task empty for what belongs to the trial as a whole
 * @param split {@code train} or {@code validation}
 * @param higherIsBetter which of two values is the best
 */
public record MetricPoint(String task, String split, String name, double value, boolean higherIsBetter) {
    /** The split that the network learns from. */
    public static final String TRAIN = "train";
    /** The split that trials are judged by. */
    public static final String VALIDATION = "validation";
    /** Name of a loss, on either split. */
    public static final String LOSS = "loss";
    /** Name of the factor on a task's loss. */
    public static final String WEIGHT = "weight";
    /** Name of the length of a task's gradient over what tasks share. */
    public static final String GRADIENT_NORM = "gradient_norm";
    /** Begins the name of the cosine between a task's gradient and that of the task whose name follows. */
    public static final String GRADIENT_COSINE = "gradient_cosine ";
    /** Begins the name of the share of the sampled steps in which that cosine told of a conflict. */
    public static final String GRADIENT_CONFLICT = "gradient_conflict ";
    /** Name of how many steps of an epoch the tasks' gradients were looked at in. */
    public static final String GRADIENT_SAMPLES = "gradient_samples";
    /** Begins the name of a loss that is learned beside the tasks. */
    public static final String BESIDE_LOSS = "beside_loss ";
    /** Begins the name of the factor on what the encoder of the input whose name follows learns. */
    public static final String MODULATION = "modulation ";
    /** Name of the mean normalised metric of a trial. */
    public static final String SCORE = Measurements.SCORE;
    /** Name of the learning rate of a trial. */
    public static final String LEARNING_RATE = "learning_rate";
}
