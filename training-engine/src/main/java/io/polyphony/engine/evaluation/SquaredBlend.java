package io.polyphony.engine.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * Weights with which a mean of numbers has the least squared error, as a share of the truth's variance, beside the squared distance
 * of the weights from equal ones.
 */
final class SquaredBlend {
    private static final int STEPS = 2000;
    private static final double TOLERANCE = 1e-10;

    private SquaredBlend() {}

    /** @param members of the same rows */
    static double[] weights(List<TaskPredictions> members, double strength) {
        int count = members.size();
        var products = new double[count][count];
        var wanted = new double[count];
        double scale = sums(members, products, wanted);
        if (scale <= 0) {
            var equal = new double[count];
            Arrays.fill(equal, 1.0 / count);
            return equal;
        }
        for (int k = 0; k < count; k++) {
            for (int j = 0; j < count; j++) {
                products[k][j] = products[k][j] / scale + (k == j ? strength : 0);
            }
            wanted[k] = wanted[k] / scale + strength / count;
        }
        return least(products, wanted);
    }

    /**
     * Least half w'Hw - c'w over shares: moves share from where the slope is largest to where it is least, exactly as far as the
     * function falls (Frank-Wolfe with pairwise steps, Lacoste-Julien and Jaggi, NIPS 2015).
     */
    private static double[] least(double[][] curvature, double[] pull) {
        int count = pull.length;
        var shares = new double[count];
        Arrays.fill(shares, 1.0 / count);
        var slope = new double[count];
        for (int k = 0; k < count; k++) {
            slope[k] = Arrays.stream(curvature[k]).sum() / count - pull[k];
        }
        for (int step = 0; step < STEPS; step++) {
            int to = extreme(slope, shares, -1);
            int from = extreme(slope, shares, 1);
            double gap = slope[from] - slope[to];
            if (gap <= TOLERANCE) {
                break;
            }
            double bend = curvature[to][to] + curvature[from][from] - 2 * curvature[to][from];
            double moved = bend <= 0 ? shares[from] : Math.min(shares[from], gap / bend);
            shares[to] += moved;
            shares[from] = moved == shares[from] ? 0 : shares[from] - moved;
            for (int k = 0; k < count; k++) {
                slope[k] += moved * (curvature[k][to] - curvature[k][from]);
            }
        }
        return shares;
    }

    /** Where the slope is largest among those that have a share to give, or least among all. */
    private static int extreme(double[] slope, double[] shares, int sign) {
        int best = -1;
        for (int k = 0; k < slope.length; k++) {
            if ((sign < 0 || shares[k] > 0) && (best < 0 || sign * slope[k] > sign * slope[best])) {
                best = k;
            }
        }
        return best;
    }

    /**
     * Sums up products of errors from the mean of the truth, which a mean with weights of sum 1 does not move.
     *
     * @return of the squares of the truth
     */
    private static double sums(List<TaskPredictions> members, double[][] products, double[] wanted) {
        var first = members.getFirst();
        int width = first.width();
        double mean = mean(first);
        double squares = 0;
        var said = new double[members.size()];
        for (int i = 0; i < first.truth().length; i++) {
            if (first.mask()[i] == 0) {
                continue;
            }
            double truth = first.truth()[i] - mean;
            squares += truth * truth;
            for (int k = 0; k < said.length; k++) {
                said[k] = members.get(k).scores()[i / width][i % width] - mean;
            }
            for (int k = 0; k < said.length; k++) {
                wanted[k] += said[k] * truth;
                for (int j = 0; j < said.length; j++) {
                    products[k][j] += said[k] * said[j];
                }
            }
        }
        return squares;
    }

    private static double mean(TaskPredictions first) {
        double sum = 0;
        double known = 0;
        for (int i = 0; i < first.truth().length; i++) {
            sum += first.mask()[i] * first.truth()[i];
            known += first.mask()[i];
        }
        return known == 0 ? 0 : sum / known;
    }
}
