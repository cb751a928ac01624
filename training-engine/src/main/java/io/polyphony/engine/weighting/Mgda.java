package io.polyphony.engine.weighting;

/**
 * Multiple gradient descent (Desideri 2012; Sener and Koltun, NeurIPS 2018): the shortest vector among the gradients'
 * convex combinations, along which no task's loss rises.
 */
public record Mgda() implements GradientSpec {

    @Override
    public GradientWeighting start(TaskScales scales) {
        return new GradientCombination(scales, (gram, _) -> coefficients(gram));
    }

    static double[] coefficients(double[][] gram) {
        return Simplex.least(gram.length, shares -> Gram.times(gram, shares));
    }
}
