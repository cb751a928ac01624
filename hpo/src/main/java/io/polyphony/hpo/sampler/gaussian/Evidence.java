package io.polyphony.hpo.sampler.gaussian;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * How well a shape explains the data: the logarithm of the marginal likelihood (Rasmussen and Williams 2006, section 5.4) plus that of the
 * prior, with its gradient. The length scales' prior grows with the root of the dimension (Hvarfner et al., ICML 2024).
 */
final class Evidence {

    private static final double LENGTH_MEAN = Math.sqrt(2);
    private static final double LENGTH_VARIANCE = 3;
    private static final double NOISE_MEAN = -6;
    private static final double NOISE_VARIANCE = 4;
    private static final double BEND_VARIANCE = 0.1;

    private final double[][] points;
    private final double[] values;
    private final boolean[] categorical;
    private final int d;

    /** @param values with the mean 0 and the variance 1 */
    Evidence(double[][] points, double[] values, boolean[] categorical) {
        this.points = points;
        this.values = values;
        this.categorical = categorical;
        this.d = categorical.length;
    }

    /** The value at these logarithms; the gradient is overwritten. */
    double at(double[] logs, double[] gradient) {
        var shape = new Shape(logs, categorical);
        double[][] bent = shape.bend(points);
        double[] weights = shape.weights();
        var squared = new double[points.length][points.length];
        var factor = new Factor(covariance(shape, bent, weights, squared));
        double[] alpha = factor.solve(values);
        Arrays.fill(gradient, 0);
        likelihoodGradient(shape, bent, weights, squared, factor.inverse(), alpha, gradient);
        double fit = 0;
        for (int i = 0; i < values.length; i++) {
            fit += values[i] * alpha[i];
        }
        return -0.5 * fit - factor.halfLogDeterminant() + prior(logs, gradient);
    }

    private DMatrixRMaj covariance(Shape shape, double[][] bent, double[] weights, double[][] squared) {
        var covariance = new DMatrixRMaj(bent.length, bent.length);
        for (int i = 0; i < bent.length; i++) {
            covariance.unsafe_set(i, i, 1 + shape.noise());
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += weights[k] * shape.squared(k, bent[i][k], bent[j][k]);
                }
                squared[i][j] = sum;
                double value = Matern.of(sum);
                covariance.unsafe_set(i, j, value);
                covariance.unsafe_set(j, i, value);
            }
        }
        return covariance;
    }

    private void likelihoodGradient(
            Shape shape,
            double[][] bent,
            double[] weights,
            double[][] squared,
            DMatrixRMaj inverse,
            double[] alpha,
            double[] gradient) {
        double[][][] bends = bends(shape);
        for (int i = 0; i < bent.length; i++) {
            gradient[d] += 0.5 * shape.noise() * (alpha[i] * alpha[i] - inverse.unsafe_get(i, i));
            for (int j = 0; j < i; j++) {
                double slope = (alpha[i] * alpha[j] - inverse.unsafe_get(i, j)) * Matern.slope(squared[i][j]);
                for (int k = 0; k < d; k++) {
                    double weighted = slope * weights[k];
                    gradient[k] += weighted * shape.squared(k, bent[i][k], bent[j][k]);
                    if (!categorical[k]) {
                        double difference = 2 * weighted * (bent[i][k] - bent[j][k]);
                        gradient[d + 1 + k] += difference * (bends[i][k][0] - bends[j][k][0]);
                        gradient[2 * d + 1 + k] += difference * (bends[i][k][1] - bends[j][k][1]);
                    }
                }
            }
        }
    }

    private double[][][] bends(Shape shape) {
        Warp[] warps = shape.warps();
        var bends = new double[points.length][d][];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < d; k++) {
                bends[i][k] = categorical[k] ? new double[2] : warps[k].slopes(points[i][k]);
            }
        }
        return bends;
    }

    private double prior(double[] logs, double[] gradient) {
        double sum = 0;
        double length = LENGTH_MEAN + 0.5 * Math.log(d);
        for (int k = 0; k < logs.length; k++) {
            double variance = k < d ? 4 * LENGTH_VARIANCE : k == d ? NOISE_VARIANCE : BEND_VARIANCE;
            double mean = k < d ? -2 * length : k == d ? NOISE_MEAN : 0;
            double off = logs[k] - mean;
            sum -= 0.5 * off * off / variance;
            gradient[k] -= off / variance;
        }
        return sum;
    }
}
