package io.polyphony.engine.loss;

import io.polyphony.engine.data.TaskLabels;
import java.util.Arrays;
import java.util.stream.Stream;

/** How often each class occurs among labels. */
final class ClassShares {
    private static final double LEAST = 1e-6;

    private ClassShares() {}

    /** Weighted and smoothed as the loss does it, none quite 0, summing to 1. */
    static double[] of(TaskLabels labels, int classes, double smoothing, double[] classWeights) {
        var shares = counts(labels, classes);
        for (int k = 0; k < classes; k++) {
            shares[k] *= classWeights[k];
        }
        double sum = Math.max(LEAST, Arrays.stream(shares).sum());
        for (int k = 0; k < classes; k++) {
            shares[k] = Math.max(LEAST, shares[k] / sum * (1 - smoothing) + smoothing / classes);
        }
        return shares;
    }

    /** One for every class. */
    static double[] even(int classes) {
        var weights = new double[classes];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** Inverse square roots of the shares, so scaled that the mean over rows is 1; a class that never occurs counts 1. */
    static double[] inverseRoots(TaskLabels labels, int classes) {
        return inverseRoots(counts(labels, classes));
    }

    /** The same for each label of a set, as classes of its own: not there, and there. */
    static double[][] inverseRootsOfLabels(TaskLabels labels) {
        var counts = new double[labels.width()][2];
        for (int i = 0; i < labels.values().length; i++) {
            if (labels.mask()[i] > 0) {
                counts[i % labels.width()][labels.values()[i] > 0 ? 1 : 0]++;
            }
        }
        return Arrays.stream(counts).map(ClassShares::inverseRoots).toArray(double[][]::new);
    }

    /** One for every label, there or not. */
    static double[][] evenLabels(int labels) {
        return Stream.generate(() -> even(2)).limit(labels).toArray(double[][]::new);
    }

    private static double[] inverseRoots(double[] counts) {
        int classes = counts.length;
        var weights = even(classes);
        double rows = 0;
        double mass = 0;
        for (int k = 0; k < classes; k++) {
            if (counts[k] > 0) {
                weights[k] = 1 / Math.sqrt(counts[k]);
                rows += counts[k];
                mass += counts[k] * weights[k];
            }
        }
        for (int k = 0; k < classes; k++) {
            weights[k] = counts[k] > 0 ? weights[k] * rows / mass : 1;
        }
        return weights;
    }

    private static double[] counts(TaskLabels labels, int classes) {
        var counts = new double[classes];
        for (int row = 0; row < labels.values().length; row++) {
            if (labels.mask()[row] > 0) {
                counts[(int) labels.values()[row]]++;
            }
        }
        return counts;
    }
}
