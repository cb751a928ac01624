package io.polyphony.hpo.sampler.gaussian;

import java.util.Arrays;

/**
 * What a Gaussian process learns about its kernel, as one vector of logarithms: a weight per coordinate (1 / length scale squared: automatic
 * relevance determination), the noise, the two bends of each coordinate, and how much coordinates act together: the kernel is the product over the coordinates of
 * (1 - share + share x Matern), so that a small share makes it a sum of what each does alone and a share of 1 lets only points that are near in
 * all of them tell of each other (ANOVA kernels: Durrande et al., J. Multivariate Anal. 115, 2013; Duvenaud et al., Additive Gaussian processes, NeurIPS 2011).
 */
record Shape(double[] logs, boolean[] categorical) {

    /** Half of the cube per root of its dimension; little noise; no bend. */
    static Shape start(boolean[] categorical) {
        int d = categorical.length;
        var logs = new double[3 * d + 2];
        Arrays.fill(logs, 0, d, -2 * Math.log(0.5 * Math.sqrt(d)));
        logs[d] = Math.log(1e-3);
        return new Shape(logs, categorical);
    }

    int dimensions() {
        return categorical.length;
    }

    double weight(int k) {
        return Math.exp(logs[k]);
    }

    double noise() {
        return Math.exp(logs[dimensions()]);
    }

    /** Within (0, 1); its logit is what is learnt. */
    double share() {
        return 1 / (1 + Math.exp(-logs[3 * dimensions() + 1]));
    }

    Warp warp(int k) {
        return new Warp(Math.exp(logs[dimensions() + 1 + k]), Math.exp(logs[2 * dimensions() + 1 + k]));
    }

    Warp[] warps() {
        var warps = new Warp[dimensions()];
        Arrays.setAll(warps, this::warp);
        return warps;
    }

    /** Of two bent points. */
    double covariance(double[] weights, double share, double[] a, double[] b) {
        double product = 1;
        for (int k = 0; k < a.length; k++) {
            double squared = squared(k, a[k], b[k]);
            if (squared > 0) {
                product *= 1 - share + share * Matern.of(weights[k] * squared);
            }
        }
        return product;
    }

    double[] weights() {
        var weights = new double[dimensions()];
        Arrays.setAll(weights, this::weight);
        return weights;
    }

    /** The squared distance in one coordinate; two choices without an order are alike or not (Hamming). */
    double squared(int k, double a, double b) {
        if (categorical[k]) {
            return a == b ? 0 : 1;
        }
        return (a - b) * (a - b);
    }
}
