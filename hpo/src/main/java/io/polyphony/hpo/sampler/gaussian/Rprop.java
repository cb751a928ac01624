package io.polyphony.hpo.sampler.gaussian;

import java.util.Arrays;

/**
 * Climbs by the signs of the gradient alone, with a step per coordinate (Riedmiller and Braun 1993; for the hyper-parameters of Gaussian
 * processes Blum and Riedmiller, ESANN 2013). Keeps the best point seen.
 */
final class Rprop {

    private static final double GROW = 1.3;
    private static final double SHRINK = 0.5;
    private static final double FIRST_STEP = 0.3;
    private static final double GREATEST_STEP = 1.5;
    private static final double SMALLEST_STEP = 1e-3;
    private static final double BOUND = 16;

    private Rprop() {}

    /** Writes the gradient at a point and returns the value there. */
    interface Slope {
        double at(double[] point, double[] gradient);
    }

    static double[] climb(Slope slope, double[] start, int rounds) {
        double[] point = start.clone();
        double[] best = start;
        double greatest = Double.NEGATIVE_INFINITY;
        var gradient = new double[point.length];
        var before = new double[point.length];
        var steps = new double[point.length];
        Arrays.fill(steps, FIRST_STEP);
        for (int round = 0; round < rounds; round++) {
            double value = slope.at(point, gradient);
            if (value > greatest) {
                greatest = value;
                best = point.clone();
            }
            if (move(point, gradient, before, steps) < 2 * SMALLEST_STEP) {
                break;
            }
        }
        return best;
    }

    /** Returns the longest step taken. */
    private static double move(double[] point, double[] gradient, double[] before, double[] steps) {
        double longest = 0;
        for (int k = 0; k < point.length; k++) {
            double turn = gradient[k] * before[k];
            steps[k] = Math.clamp(steps[k] * (turn > 0 ? GROW : turn < 0 ? SHRINK : 1), SMALLEST_STEP, GREATEST_STEP);
            before[k] = turn < 0 ? 0 : gradient[k];
            double step = turn < 0 ? 0 : Math.signum(gradient[k]) * steps[k];
            point[k] = Math.clamp(point[k] + step, -BOUND, BOUND);
            longest = Math.max(longest, turn < 0 ? steps[k] : Math.abs(step));
        }
        return longest;
    }
}
