package io.polyphony.engine.op;

/**
 * Exponential, logistic function and hyperbolic tangent of many numbers in place, correct to about eight digits: nothing
 * but products, sums and one quotient, so that the compiler computes eight at a time. Math.exp takes ten times as long.
 */
final class Curves {
    /** exp(40) is far beyond where any of these has levelled off. */
    private static final double LIMIT = 40;

    private static final double PART = 1.0 / 256;

    private Curves() {}

    /** exp(x) for x from -40 to 40; what lies outside counts as the limit. */
    static void exp(double[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            x[i] = power(PART * Math.max(-LIMIT, Math.min(LIMIT, x[i])));
        }
    }

    /** 1 / (1 + exp(-x)). */
    static void sigmoid(double[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            x[i] = 1 / (1 + power(-PART * Math.max(-LIMIT, Math.min(LIMIT, x[i]))));
        }
    }

    /** 2 / (1 + exp(-2 x)) - 1. */
    static void tanh(double[] x, int from, int count) {
        for (int i = from; i < from + count; i++) {
            x[i] = 2 / (1 + power(-2 * PART * Math.max(-LIMIT / 2, Math.min(LIMIT / 2, x[i])))) - 1;
        }
    }

    /** exp(256 x) for small x: its Taylor series, squared eight times. */
    private static double power(double x) {
        double end = 1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720 + x * (1.0 / 5040)));
        double e = 1 + x * (1 + x * (1.0 / 2 + x * (1.0 / 6 + x * end)));
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        return e * e;
    }
}
