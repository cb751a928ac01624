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
    /** A loss counts as at least this share of a constant predictor's where it stands below a fraction or in a logarithm. */
    private static final double FLOOR = 1e-4;

    int count() {
        return tasks.size();
    }

    /** 1 / constant loss. */
    double normaliser(int task) {
        return 1 / Math.max(LEAST, constantLosses[task]);
    }

    /** 1 / constant loss, by task. */
    double[] normalisers() {
        var all = new double[count()];
        for (int task = 0; task < all.length; task++) {
            all[task] = normaliser(task);
        }
        return all;
    }

    /** A loss that can be divided by. */
    double positive(int task, double loss) {
        return Math.max(loss, FLOOR / normaliser(task));
    }
}
