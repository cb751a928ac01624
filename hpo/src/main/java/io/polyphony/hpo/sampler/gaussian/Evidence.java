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
    private static final double SHARE_VARIANCE = 4;

    private final Levels levels;
    private final double[] values;
    private final boolean[] categorical;
    private final int d;

    /**
     * @param points at least one
     * @param values with the mean 0 and the variance 1
     */
    Evidence(double[][] points, double[] values, boolean[] categorical) {
        this.levels = Levels.of(points);
        this.values = values;
        this.categorical = categorical;
        this.d = categorical.length;
    }

    /** The value at these logarithms; the gradient is overwritten. */
    double at(double[] logs, double[] gradient) {
        var shape = new Shape(logs, categorical);
        var bends = levels.bends(shape);
        var kernel = new Kernel(shape, bends.points());
        var factor = new Factor(kernel.covariance());
        double[] alpha = factor.solve(values);
        Arrays.fill(gradient, 0);
        likelihoodGradient(bends, kernel, factor.inverse(), alpha, gradient);
        double fit = 0;
        for (int i = 0; i < values.length; i++) {
            fit += values[i] * alpha[i];
        }
        return -0.5 * fit - factor.halfLogDeterminant() + prior(logs, gradient);
    }

    private void likelihoodGradient(
            Levels.Bends bends, Kernel kernel, DMatrixRMaj inverse, double[] alpha, double[] gradient) {
        Shape shape = bends.shape();
        double[][][] slopes = bends.slopes();
        double[][] bent = kernel.bent();
        for (int i = 0; i < bent.length; i++) {
            gradient[d] += 0.5 * shape.noise() * (alpha[i] * alpha[i] - inverse.unsafe_get(i, i));
            for (int j = 0; j < i; j++) {
                double slope = alpha[i] * alpha[j] - inverse.unsafe_get(i, j);
                gradient[3 * d + 1] += slope * kernel.byShare()[i][j];
                double[] byDistance = kernel.byDistance()[i][j];
                for (int k = 0; k < d; k++) {
                    double weighted = slope * byDistance[k];
                    if (weighted != 0) {
                        gradient[k] += weighted * shape.squared(k, bent[i][k], bent[j][k]);
                        double difference = categorical[k] ? 0 : 2 * weighted * (bent[i][k] - bent[j][k]);
                        gradient[d + 1 + k] += difference * (slopes[i][k][0] - slopes[j][k][0]);
                        gradient[2 * d + 1 + k] += difference * (slopes[i][k][1] - slopes[j][k][1]);
                    }
                }
            }
        }
    }

    private double prior(double[] logs, double[] gradient) {
        double sum = 0;
        double length = LENGTH_MEAN + 0.5 * Math.log(d);
        for (int k = 0; k < logs.length; k++) {
            double variance =
                    k < d ? 4 * LENGTH_VARIANCE : k == d ? NOISE_VARIANCE : k <= 3 * d ? BEND_VARIANCE : SHARE_VARIANCE;
            double mean = k < d ? -2 * length : k == d ? NOISE_MEAN : 0;
            double off = logs[k] - mean;
            sum -= 0.5 * off * off / variance;
            gradient[k] -= off / variance;
        }
        return sum;
    }
}
