package io.polyphony.hpo.sampler;

import java.util.random.RandomGenerator;

/**
 * The box around the best point in which a model is believed (TuRBO: Eriksson et al., NeurIPS 2019). Its length is read off the history:
 * three improvements in a row double it, as many failures in a row as there are dimensions (at least four) halve it, and once it is
 * tiny it starts anew.
 *
 * @param length of the box's edge, in coordinates whose length scale is average
 */
record TrustRegion(double length) {

    private static final double FIRST = 0.8;
    private static final double GREATEST = 1.6;
    private static final double SMALLEST = 1.0 / 128;
    private static final int SUCCESSES = 3;
    private static final int LEAST_FAILURES = 4;
    private static final double NOTABLE = 1e-3;

    /** @param losses in the order of the trials */
    static TrustRegion of(double[] losses, int dimensions) {
        double length = FIRST;
        double best = Double.POSITIVE_INFINITY;
        int successes = 0;
        int failures = 0;
        for (double loss : losses) {
            boolean better = loss < best - NOTABLE * Math.abs(best) || best == Double.POSITIVE_INFINITY;
            best = Math.min(best, loss);
            successes = better ? successes + 1 : 0;
            failures = better ? 0 : failures + 1;
            if (successes == SUCCESSES) {
                length = Math.min(GREATEST, 2 * length);
                successes = 0;
            } else if (failures == Math.max(LEAST_FAILURES, dimensions)) {
                length = length / 2 < SMALLEST ? FIRST : length / 2;
                failures = 0;
            }
        }
        return new TrustRegion(length);
    }

    /** A point of the box that differs from its centre in some of the coordinates. */
    double[] draw(double[] centre, double[] scales, boolean[] categorical, RandomGenerator random) {
        double[] point = centre.clone();
        double share = Math.max(Math.min(1, 20.0 / point.length) * random.nextDouble(), 1.5 / point.length);
        int certain = random.nextInt(point.length);
        for (int k = 0; k < point.length; k++) {
            if (k == certain || random.nextDouble() < share) {
                double half = 0.5 * length * scales[k];
                point[k] = categorical[k]
                        ? random.nextDouble()
                        : Math.clamp(centre[k] + half * (2 * random.nextDouble() - 1), 0.0, 1.0);
            }
        }
        return point;
    }
}
