package io.polyphony.engine.weighting;

import java.util.random.RandomGenerator;

/** Combines the losses of several tasks, step by step. Tasks without a label in a step neither count nor change anything. */
public interface LossWeighting {

    /**
     * The factor on each task's loss in this step's total; the gradient of a task is scaled by it. Asked once per step.
     *
     * @param random this step's source of chance
     */
    double[] factors(StepLosses losses, RandomGenerator random);

    /** What is minimised, for reports. */
    default double total(double[] factors, StepLosses losses) {
        double total = 0;
        for (int task = 0; task < losses.tasks(); task++) {
            total += losses.present()[task] ? factors[task] * losses.values()[task] : 0;
        }
        return total;
    }

    /** Learns from this step's losses, where there is something to learn. */
    default void step(StepLosses losses, double learningRate) {}

    /** Whether {@link #compare} wants the losses of the same rows after the step, at the cost of a second forward run. */
    default boolean looksAgain() {
        return false;
    }

    /** Learns from what the step did to the losses of its rows. */
    default void compare(StepLosses before, StepLosses after) {}

    /** All steps of an epoch are done. */
    default void endEpoch() {}

    /** All that was learned, for a checkpoint. */
    default double[] state() {
        return new double[0];
    }

    /** Goes on from a state. */
    default void restore(double[] state) {}
}
