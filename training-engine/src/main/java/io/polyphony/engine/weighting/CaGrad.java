package io.polyphony.engine.weighting;

import io.polyphony.engine.tensor.Check;
import java.util.Arrays;

/**
 * Conflict-averse gradient descent (Liu et al., NeurIPS 2021): of all directions within c |g0| of the mean gradient g0, the
 * one that is best for the task that gains least; divided by 1 + c^2, as the authors do.
 *
 * @param radius c, 0..1, exclusive of 1; 0 is the mean gradient; 0.4 in the paper
 */
public record CaGrad(double radius) implements GradientSpec {
    public CaGrad {
        Check.range("radius", radius, 0, 0.99);
    }

    @Override
    public GradientWeighting start(TaskScales scales) {
        return new GradientCombination(scales, (gram, _) -> coefficients(gram, radius));
    }

    /** The dual: minimise gw.g0 + c |g0| |gw| over shares w, gw their combination; then g0 + c |g0| gw / |gw|. */
    static double[] coefficients(double[][] gram, double radius) {
        int tasks = gram.length;
        var mean = new double[tasks];
        Arrays.fill(mean, 1.0 / tasks);
        var toMean = Gram.times(gram, mean);
        double reach = radius * Gram.norm(gram, mean);
        var shares = Simplex.least(tasks, w -> slope(gram, w, toMean, reach));
        double length = Gram.norm(gram, shares);
        for (int task = 0; task < tasks; task++) {
            double extra = length > 1e-9 ? reach / length * shares[task] : 0;
            mean[task] = (mean[task] + extra) / (1 + radius * radius);
        }
        return mean;
    }

    private static double[] slope(double[][] gram, double[] shares, double[] toMean, double reach) {
        double length = Math.max(1e-9, Gram.norm(gram, shares));
        var slope = Gram.times(gram, shares);
        for (int task = 0; task < slope.length; task++) {
            slope[task] = toMean[task] + reach * slope[task] / length;
        }
        return slope;
    }
}
