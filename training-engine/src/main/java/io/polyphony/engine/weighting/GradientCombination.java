package io.polyphony.engine.weighting;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A gradient weighting that learns nothing: a closed rule on the Gram matrix of the gradients of losses, each divided by
 * its value for a constant predictor.
 */
final class GradientCombination implements GradientWeighting {
    private final double[] scales;
    private final Rule rule;

    /** Coefficients from a Gram matrix of at least two gradients, none of them zero, whose mean square is one. */
    interface Rule {
        double[] coefficients(double[][] gram, RandomGenerator random);
    }

    GradientCombination(TaskScales scales, Rule rule) {
        this.scales = scales.normalisers();
        this.rule = rule;
    }

    @Override
    public double[] factors(StepLosses losses, RandomGenerator random) {
        return scales.clone();
    }

    @Override
    public double[] coefficients(double[][] gram, StepLosses losses, RandomGenerator random) {
        var all = new double[gram.length];
        Arrays.fill(all, 1);
        var moving = IntStream.range(0, gram.length)
                .filter(task -> losses.present()[task] && gram[task][task] > 0 && Double.isFinite(gram[task][task]))
                .toArray();
        if (moving.length < 2) {
            return all;
        }
        var found = rule.coefficients(part(gram, moving), random);
        // Where the rule has no answer, as between gradients that are all the same, the plain sum is one.
        if (Arrays.stream(found).allMatch(Double::isFinite)) {
            for (int i = 0; i < moving.length; i++) {
                all[moving[i]] = found[i];
            }
        }
        return all;
    }

    private static double[][] part(double[][] gram, int[] tasks) {
        double mean = Arrays.stream(tasks)
                .mapToDouble(task -> gram[task][task])
                .average()
                .orElse(1);
        var part = new double[tasks.length][tasks.length];
        for (int i = 0; i < tasks.length; i++) {
            for (int j = 0; j < tasks.length; j++) {
                part[i][j] = gram[tasks[i]][tasks[j]] / mean;
            }
        }
        return part;
    }
}
