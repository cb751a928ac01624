package io.polyphony.hpo.sampler.gaussian;

/** The Matern kernel of smoothness 5/2 as a function of the weighted squared distance (Rasmussen and Williams 2006, section 4.2). */
final class Matern {

    private Matern() {}

    static double of(double squared) {
        double s = Math.sqrt(5 * squared);
        return (1 + s + s * s / 3) * Math.exp(-s);
    }
}
