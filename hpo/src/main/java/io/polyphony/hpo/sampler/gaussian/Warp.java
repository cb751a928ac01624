package io.polyphony.hpo.sampler.gaussian;

/**
 * Bends one coordinate by the distribution function of Kumaraswamy, 1 - (1 - x^a)^b, so that a function that changes faster at one end
 * looks alike everywhere (input warping: Snoek et al., ICML 2014; in this form Cowen-Rivers et al., HEBO, JAIR 74, 2022).
 *
 * @param a above 0; with b = 1 too, nothing is bent
 * @param b above 0
 */
record Warp(double a, double b) {

    private static final double EDGE = 1e-9;

    double of(double x) {
        return 1 - Math.pow(1 - Math.pow(inside(x), a), b);
    }

    /** The derivatives with respect to the logarithms of a and b. */
    double[] slopes(double x) {
        double inner = inside(x);
        double power = Math.pow(inner, a);
        double rest = 1 - power;
        return new double[] {
            a * b * Math.pow(rest, b - 1) * power * Math.log(inner), -b * Math.pow(rest, b) * Math.log(rest)
        };
    }

    private static double inside(double x) {
        return Math.clamp(x, EDGE, 1 - EDGE);
    }
}
