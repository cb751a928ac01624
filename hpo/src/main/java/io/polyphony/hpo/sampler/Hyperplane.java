package io.polyphony.hpo.sampler;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * How NSGA-III puts losses on one scale (Deb and Jain, IEEE Trans. Evol. Comput. 18(4), 2014, section IV-C): from the ideal point, and to where the plane through the extreme points meets
 * the axes. Where there is no such plane, to the worst of the first front, or of all where the front has no extent.
 *
 * @param ideal the least of every loss
 * @param spans of every loss from there; above 0
 */
record Hyperplane(double[] ideal, double[] spans) {

    private static final double OFF_AXIS = 1e6;
    private static final double TINY = 1e-9;

    /**
     * Of the candidates for survival.
     *
     * @param losses finite, at least one vector
     * @param ranks  per vector its front, 0 being the first
     */
    static Hyperplane of(double[][] losses, int[] ranks) {
        double[] ideal = extremes(losses, false);
        double[] worst = minus(extremes(losses, true), ideal);
        double[][] first = IntStream.range(0, losses.length)
                .filter(i -> ranks[i] == 0)
                .mapToObj(i -> losses[i])
                .toArray(double[][]::new);
        double[] front = minus(extremes(first, true), ideal);
        double[] spans = intercepts(losses, ideal, worst);
        for (int k = 0; k < spans.length; k++) {
            spans[k] = spans[k] > 0 ? spans[k] : front[k] > TINY * worst[k] ? front[k] : worst[k] > 0 ? worst[k] : 1;
        }
        return new Hyperplane(ideal, spans);
    }

    /** The losses from 0 at the ideal point to 1 where the plane meets the axis. */
    double[][] normalised(double[][] losses) {
        return Arrays.stream(losses)
                .map(loss -> {
                    var scaled = new double[loss.length];
                    Arrays.setAll(scaled, k -> (loss[k] - ideal[k]) / spans[k]);
                    return scaled;
                })
                .toArray(double[][]::new);
    }

    /** All 0 if the extreme points span no plane, or one that meets an axis nowhere between the ideal point and the worst of all. */
    private static double[] intercepts(double[][] losses, double[] ideal, double[] worst) {
        int d = ideal.length;
        var extremes = new DMatrixRMaj(d, d);
        for (int k = 0; k < d; k++) {
            double[] extreme = minus(extreme(losses, ideal, k), ideal);
            for (int j = 0; j < d; j++) {
                extremes.set(k, j, extreme[j]);
            }
        }
        var ones = new DMatrixRMaj(d, 1);
        CommonOps_DDRM.fill(ones, 1);
        var normal = new DMatrixRMaj(d, 1);
        boolean solved = CommonOps_DDRM.solve(extremes, ones, normal);
        var intercepts = new double[d];
        Arrays.setAll(intercepts, k -> 1 / normal.get(k));
        boolean sound = IntStream.range(0, d)
                .allMatch(k -> intercepts[k] > TINY * worst[k] && intercepts[k] <= worst[k] * (1 + TINY));
        return solved && sound ? intercepts : new double[d];
    }

    /** The vector nearest to an axis, by the achievement scalarising function. */
    private static double[] extreme(double[][] losses, double[] ideal, int axis) {
        return Arrays.stream(losses)
                .min(Comparator.comparingDouble(loss -> IntStream.range(0, ideal.length)
                        .mapToDouble(k -> (loss[k] - ideal[k]) * (k == axis ? 1 : OFF_AXIS))
                        .max()
                        .orElseThrow()))
                .orElseThrow();
    }

    private static double[] extremes(double[][] losses, boolean greatest) {
        var extremes = losses[0].clone();
        for (double[] loss : losses) {
            Arrays.setAll(extremes, k -> greatest ? Math.max(extremes[k], loss[k]) : Math.min(extremes[k], loss[k]));
        }
        return extremes;
    }

    private static double[] minus(double[] one, double[] other) {
        var difference = new double[one.length];
        Arrays.setAll(difference, k -> one[k] - other[k]);
        return difference;
    }
}
