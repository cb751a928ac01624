package io.polyphony.hpo.sampler.gaussian;

import org.ejml.data.DMatrixRMaj;

/**
 * The covariances of points with one another, and how they change.
 *
 * @param bent       the points as the kernel sees them
 * @param covariance without derivatives
 * @param byDistance per pair and coordinate: the derivative by the squared distance, weighted as the coordinate is; none from equal to equal
 * @param byShare    per pair: the derivative by the logit of the share
 */
record Kernel(double[][] bent, DMatrixRMaj covariance, double[][][] byDistance, double[][] byShare) {

    Kernel(Shape shape, double[][] bent) {
        this(
                bent,
                new DMatrixRMaj(bent.length, bent.length),
                new double[bent.length][bent.length][],
                new double[bent.length][bent.length]);
        double[] weights = shape.weights();
        for (int i = 0; i < bent.length; i++) {
            covariance.unsafe_set(i, i, 1 + shape.noise());
            for (int j = 0; j < i; j++) {
                double value = pair(shape, weights, i, j);
                covariance.unsafe_set(i, j, value);
                covariance.unsafe_set(j, i, value);
            }
        }
    }

    private double pair(Shape shape, double[] weights, int i, int j) {
        double share = shape.share();
        var slopes = new double[weights.length];
        double product = 1;
        double relative = 0;
        for (int k = 0; k < slopes.length; k++) {
            double squared = weights[k] * shape.squared(k, bent[i][k], bent[j][k]);
            if (squared > 0) {
                double s = Math.sqrt(5 * squared);
                double decay = Math.exp(-s);
                double matern = (1 + s + s * s / 3) * decay;
                double factor = 1 - share + share * matern;
                slopes[k] = share * weights[k] * -5.0 / 6 * (1 + s) * decay / factor;
                relative += (matern - 1) / factor;
                product *= factor;
            }
        }
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] *= product;
        }
        byDistance[i][j] = slopes;
        byShare[i][j] = product * relative * share * (1 - share);
        return product;
    }
}
