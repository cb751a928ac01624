package io.polyphony.engine.weighting;

import java.util.random.RandomGenerator;

/**
 * A weighting that wants to see each task's gradient of its own: one backward run per task. It sees only how the gradients
 * lie to each other, their Gram matrix, and answers with one coefficient per task. Parameters that a single task reads
 * follow that task's gradient as it is, scaled by its factor.
 */
public interface GradientWeighting extends LossWeighting {

    /**
     * The coefficient on each task's gradient in the shared parameters' step. Asked once per step, after
     * {@link #factors}.
     *
     * @param gram inner products of the tasks' gradients over the shared parameters, each scaled by its factor; zeros
     *     for tasks without a label
     */
    double[] coefficients(double[][] gram, StepLosses losses, RandomGenerator random);

    /** The share of a running mean of its gradient that each task keeps in this step; 0 for no running mean. */
    default double memory() {
        return 0;
    }

    /** Whether {@link #memory} is ever above 0. */
    default boolean remembers() {
        return false;
    }
}
