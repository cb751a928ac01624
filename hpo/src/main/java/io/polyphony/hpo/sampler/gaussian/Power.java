package io.polyphony.hpo.sampler.gaussian;

import java.util.Arrays;

/**
 * Makes values look normal: the power transform of Yeo and Johnson (Biometrika 87, 2000) with the exponent of greatest likelihood, between a
 * standardisation before and one after (output warping: Cowen-Rivers et al., HEBO, JAIR 74, 2022). Order is kept.
 */
public final class Power {

    private static final double GREATEST = 2;
    private static final double STEP = 0.1;

    private Power() {}

    /** The values with the mean 0 and the variance 1 (or all 0, if they are equal) and next to no skew. */
    public static double[] normal(double[] values) {
        double[] standard = standard(values);
        double best = 1;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double exponent = -GREATEST; exponent <= GREATEST; exponent += STEP) {
            double likelihood = likelihood(standard, exponent);
            if (likelihood > greatest) {
                greatest = likelihood;
                best = exponent;
            }
        }
        double exponent = best;
        return standard(Arrays.stream(standard).map(x -> power(x, exponent)).toArray());
    }

    private static double[] standard(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(0);
        double deviation = variance > 0 ? Math.sqrt(variance) : 1;
        return Arrays.stream(values).map(x -> (x - mean) / deviation).toArray();
    }

    private static double likelihood(double[] values, double exponent) {
        double[] moved = Arrays.stream(values).map(x -> power(x, exponent)).toArray();
        double mean = Arrays.stream(moved).average().orElse(0);
        double variance =
                Arrays.stream(moved).map(x -> (x - mean) * (x - mean)).average().orElse(0);
        double jacobian = Arrays.stream(values)
                .map(x -> Math.signum(x) * Math.log1p(Math.abs(x)))
                .sum();
        return -0.5 * values.length * Math.log(Math.max(variance, Double.MIN_NORMAL)) + (exponent - 1) * jacobian;
    }

    private static double power(double x, double exponent) {
        if (x >= 0) {
            return Math.abs(exponent) < 1e-9 ? Math.log1p(x) : (Math.pow(1 + x, exponent) - 1) / exponent;
        }
        double mirrored = 2 - exponent;
        return Math.abs(mirrored) < 1e-9 ? -Math.log1p(-x) : -(Math.pow(1 - x, mirrored) - 1) / mirrored;
    }
}
