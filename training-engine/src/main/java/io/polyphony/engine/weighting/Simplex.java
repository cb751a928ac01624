package io.polyphony.engine.weighting;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Minimises convex functions of shares: numbers of at least 0 that sum to 1. */
final class Simplex {
    private static final int STEPS = 500;
    private static final int HALVINGS = 60;
    private static final double TOLERANCE = 1e-12;

    private Simplex() {}

    /**
     * Frank-Wolfe with pairwise steps (Lacoste-Julien and Jaggi, NeurIPS 2015): moves share from where the slope is largest
     * to where it is least, as far as the function falls.
     *
     * @param slope gradient of a convex function at given shares
     */
    static double[] least(int count, UnaryOperator<double[]> slope) {
        var shares = new double[count];
        Arrays.fill(shares, 1.0 / count);
        for (int step = 0; step < STEPS; step++) {
            var slopes = slope.apply(shares);
            int to = best(shares, slopes, -1, false);
            int from = best(shares, slopes, 1, true);
            if (slopes[from] - slopes[to] <= TOLERANCE) {
                return shares;
            }
            move(shares, from, to, slope);
        }
        return shares;
    }

    private static int best(double[] shares, double[] slopes, int sign, boolean held) {
        int best = -1;
        for (int i = 0; i < slopes.length; i++) {
            if ((!held || shares[i] > 0) && (best < 0 || sign * slopes[i] > sign * slopes[best])) {
                best = i;
            }
        }
        return best;
    }

    /** Along a line a convex function's slope only grows: halve until it changes its sign. */
    private static void move(double[] shares, int from, int to, UnaryOperator<double[]> slope) {
        double all = shares[from];
        double start = shares[to];
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = i == 0 ? 1 : (low + high) / 2;
            shares[to] = start + middle * all;
            shares[from] = middle == 1 ? 0 : (1 - middle) * all;
            var slopes = slope.apply(shares);
            if (slopes[to] - slopes[from] <= 0) {
                low = middle;
                if (middle == 1) {
                    return;
                }
            } else {
                high = middle;
            }
        }
    }
}
