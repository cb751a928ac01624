package io.polyphony.hpo.sampler;

import java.util.random.RandomGenerator;

/** The normal distribution cut off outside of [0, 1]. */
final class Normal {

    private static final double LOG_SQRT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private Normal() {}

    /** The logarithm of the density of a normal distribution with this mean and deviation, relative to its mass within [0, 1]. */
    static double logDensity(double x, double mean, double deviation, double mass) {
        double z = (x - mean) / deviation;
        return -0.5 * z * z - Math.log(deviation * mass) - LOG_SQRT_TWO_PI;
    }

    /** The probability of [low, high] before the cut. */
    static double mass(double low, double high, double mean, double deviation) {
        double left = (low - mean) / deviation;
        double right = (high - mean) / deviation;
        return left > 0 ? upperTail(left) - upperTail(right) : upperTail(-right) - upperTail(-left);
    }

    /** A draw within [0, 1]; the mean lies there too, so that few draws are rejected. */
    static double draw(double mean, double deviation, RandomGenerator random) {
        double x;
        do {
            x = random.nextGaussian(mean, deviation);
        } while (!(x >= 0 && x <= 1));
        return x;
    }

    /** P(Z > z), relative error below 1.2e-7: the Chebyshev fit of Press et al., Numerical Recipes, section 6.2. */
    static double upperTail(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + 0.5 * x);
        double series = 0.17087277;
        for (double c : COEFFICIENTS) {
            series = c + t * series;
        }
        double tail = 0.5 * t * Math.exp(-x * x + series);
        return z >= 0 ? tail : 1 - tail;
    }

    /** The z with P(Z > z) = that probability, by bisection. */
    static double upperQuantile(double probability) {
        double low = -40;
        double high = 40;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (upperTail(middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static final double[] COEFFICIENTS = {
        -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368, -1.26551223
    };
}
