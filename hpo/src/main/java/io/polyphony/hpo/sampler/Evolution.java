package io.polyphony.hpo.sampler;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The state of the covariance matrix adaptation evolution strategy on the unit cube (CMA-ES: Hansen, The CMA Evolution Strategy: A Tutorial, arXiv 1604.00772).
 * Steps that it did not draw itself are shortened as Hansen (Injecting External Solutions into CMA-ES, arXiv 1110.4181) says.
 */
final class Evolution {

    private static final int REDRAWS = 8;

    private final int d;
    private final double[] weights;
    private final int population;
    private final double muEffective;
    private final double cSigma;
    private final double dSigma;
    private final double cPath;
    private final double c1;
    private final double cMu;
    private final double expectedLength;
    private final double[] mean;
    private final double[][] covariance;
    private final double[] sigmaPath;
    private final double[] path;
    private double sigma;
    private double[] lengths;
    private double[][] axes;
    private int generation;

    Evolution(double[] mean, double sigma, int population) {
        this.d = mean.length;
        this.mean = mean.clone();
        this.sigma = sigma;
        this.population = population;
        this.weights = weights(population);
        this.muEffective = 1 / Arrays.stream(weights).map(w -> w * w).sum();
        this.cSigma = (muEffective + 2) / (d + muEffective + 5);
        this.dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEffective - 1) / (d + 1)) - 1) + cSigma;
        this.cPath = (4 + muEffective / d) / (d + 4 + 2 * muEffective / d);
        this.c1 = 2 / ((d + 1.3) * (d + 1.3) + muEffective);
        this.cMu = Math.min(1 - c1, 2 * (muEffective - 2 + 1 / muEffective) / ((d + 2) * (d + 2) + muEffective));
        this.expectedLength = Math.sqrt(d) * (1 - 1.0 / (4 * d) + 1.0 / (21.0 * d * d));
        this.covariance = new double[d][d];
        this.axes = new double[d][d];
        for (int i = 0; i < d; i++) {
            covariance[i][i] = 1;
            axes[i][i] = 1;
        }
        this.lengths = new double[d];
        Arrays.fill(lengths, 1);
        this.sigmaPath = new double[d];
        this.path = new double[d];
    }

    static int usualPopulation(int dimensions) {
        return 4 + (int) (3 * Math.log(dimensions));
    }

    private static double[] weights(int population) {
        var weights = new double[population / 2];
        Arrays.setAll(weights, i -> Math.log((population + 1) / 2.0) - Math.log(i + 1));
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }

    int population() {
        return population;
    }

    double[] mean() {
        return mean;
    }

    /** The standard deviation along a coordinate. */
    double deviation(int k) {
        return sigma * Math.sqrt(covariance[k][k]);
    }

    /** The longest axis of the distribution. */
    double spread() {
        return sigma * Arrays.stream(lengths).max().orElse(1);
    }

    /** A draw; coordinates are widened by the factors, and what stays outside of the cube is cut off. */
    double[] draw(double[] factors, RandomGenerator random) {
        double[] point = mean;
        for (int attempt = 0; attempt < REDRAWS; attempt++) {
            point = unbounded(factors, random);
            if (Arrays.stream(point).allMatch(x -> x >= 0 && x <= 1)) {
                return point;
            }
        }
        return Arrays.stream(point).map(x -> Math.clamp(x, 0.0, 1.0)).toArray();
    }

    private double[] unbounded(double[] factors, RandomGenerator random) {
        var point = mean.clone();
        for (int j = 0; j < d; j++) {
            double step = sigma * lengths[j] * random.nextGaussian();
            for (int i = 0; i < d; i++) {
                point[i] += factors[i] * step * axes[i][j];
            }
        }
        return point;
    }

    /** Learns a generation: its points from best to worst, of which the better half counts. */
    void update(double[][] ranked) {
        generation++;
        var steps = new double[weights.length][];
        var shift = new double[d];
        for (int i = 0; i < weights.length; i++) {
            steps[i] = shortened(ranked[i]);
            for (int k = 0; k < d; k++) {
                shift[k] += weights[i] * steps[i][k];
            }
        }
        for (int k = 0; k < d; k++) {
            mean[k] = Math.clamp(mean[k] + sigma * shift[k], 0.0, 1.0);
        }
        boolean stalled = followPaths(shift);
        adaptCovariance(steps, stalled);
        sigma *= Math.exp(Math.min(1, cSigma / dSigma * (length(sigmaPath) / expectedLength - 1)));
        decompose();
    }

    private double[] shortened(double[] point) {
        var step = new double[d];
        Arrays.setAll(step, k -> (point[k] - mean[k]) / sigma);
        double limit = Math.sqrt(d) + 2.0 * d / (d + 2);
        double shorten = Math.min(1, limit / Math.max(length(whitened(step)), Double.MIN_NORMAL));
        return Arrays.stream(step).map(s -> s * shorten).toArray();
    }

    /** Returns whether the step size grows so fast that the covariance's path is held still. */
    private boolean followPaths(double[] shift) {
        double[] white = whitened(shift);
        double keep = Math.sqrt(cSigma * (2 - cSigma) * muEffective);
        Arrays.setAll(sigmaPath, k -> (1 - cSigma) * sigmaPath[k] + keep * white[k]);
        double bias = Math.sqrt(1 - Math.pow(1 - cSigma, 2 * generation));
        boolean stalled = length(sigmaPath) / bias >= (1.4 + 2.0 / (d + 1)) * expectedLength;
        double gain = stalled ? 0 : Math.sqrt(cPath * (2 - cPath) * muEffective);
        Arrays.setAll(path, k -> (1 - cPath) * path[k] + gain * shift[k]);
        return stalled;
    }

    private void adaptCovariance(double[][] steps, boolean stalled) {
        double lost = stalled ? c1 * cPath * (2 - cPath) : 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double rankMu = 0;
                for (int s = 0; s < steps.length; s++) {
                    rankMu += weights[s] * steps[s][i] * steps[s][j];
                }
                covariance[i][j] = (1 - c1 - cMu + lost) * covariance[i][j] + c1 * path[i] * path[j] + cMu * rankMu;
                covariance[j][i] = covariance[i][j];
            }
        }
    }

    /** The step in the coordinates in which the distribution is round. */
    private double[] whitened(double[] step) {
        var white = new double[d];
        for (int j = 0; j < d; j++) {
            double along = 0;
            for (int i = 0; i < d; i++) {
                along += axes[i][j] * step[i];
            }
            for (int i = 0; i < d; i++) {
                white[i] += axes[i][j] * along / lengths[j];
            }
        }
        return white;
    }

    private void decompose() {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, true, true);
        if (!eigen.decompose(new DMatrixRMaj(covariance))) {
            return;
        }
        var newLengths = new double[d];
        var newAxes = new double[d][d];
        for (int j = 0; j < d; j++) {
            newLengths[j] = Math.sqrt(Math.max(eigen.getEigenvalue(j).getReal(), 1e-20));
            DMatrixRMaj axis = eigen.getEigenVector(j);
            for (int i = 0; i < d; i++) {
                newAxes[i][j] = axis.get(i);
            }
        }
        lengths = newLengths;
        axes = newAxes;
    }

    private static double length(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    }
}
