package io.polyphony.engine.weighting;

import java.util.List;

/**
 * What a weighting knows of the tasks before training.
 *
 * @param tasks names, in the network's order
 * @param constantLosses loss of the best constant predictor on the training rows, by task
 * @param regressions whether a task is a regression
 */
public record TaskScales(List<String> tasks, double[] constantLosses, boolean[] regressions) {
    private static final double LEAST = 1e-6;

    /** 1 / constant loss. */
    double normaliser(int task) {
        return 1 / Math.max(LEAST, constantLosses[task]);
    }
}
