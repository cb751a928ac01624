package io.polyphony.hpo.sampler;

import io.polyphony.hpo.sampler.gaussian.Prediction;

/** By how much a normally distributed loss is expected to fall below a bound (Jones, Schonlau and Welch, J. Global Optim. 13, 1998). */
final class Improvement {

    private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double FAR = -8;

    private Improvement() {}

    static double expected(double bound, Prediction prediction) {
        double z = (bound - prediction.mean()) / prediction.deviation();
        return prediction.deviation() * (z * (1 - Normal.upperTail(z)) + density(z));
    }

    /** Its logarithm, which still tells bad from worse where the expectation itself underflows (Ament et al., LogEI, NeurIPS 2023). */
    static double logExpected(double bound, Prediction prediction) {
        double z = (bound - prediction.mean()) / prediction.deviation();
        double inner = z > FAR
                ? Math.log(Math.max(z * (1 - Normal.upperTail(z)) + density(z), Double.MIN_NORMAL))
                : -0.5 * z * z - Math.log(SQRT_TWO_PI) - 2 * Math.log(-z);
        return Math.log(prediction.deviation()) + inner;
    }

    private static double density(double z) {
        return Math.exp(-0.5 * z * z) / SQRT_TWO_PI;
    }
}
