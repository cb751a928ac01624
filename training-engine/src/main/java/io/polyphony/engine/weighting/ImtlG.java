package io.polyphony.engine.weighting;

/**
 * The gradient half of impartial multi-task learning (Liu et al., ICLR 2021): the combination, its coefficients summing to
 * one, that has the same projection on every task's gradient.
 */
public record ImtlG() implements GradientSpec {

    @Override
    public GradientWeighting start(TaskScales scales) {
        return new GradientCombination(scales, (gram, _) -> coefficients(gram));
    }

    /** g.(u1 - uj) = 0 for all j, u the unit gradients, g = g1 - sum over i of a_i (g1 - gi). */
    static double[] coefficients(double[][] gram) {
        int others = gram.length - 1;
        var equations = new double[others][others];
        var right = new double[others];
        for (int j = 0; j < others; j++) {
            right[j] = towards(gram, 0, j + 1);
            for (int i = 0; i < others; i++) {
                equations[j][i] = right[j] - towards(gram, i + 1, j + 1);
            }
        }
        var found = Gram.solve(equations, right);
        var coefficients = new double[gram.length];
        coefficients[0] = 1;
        for (int i = 0; i < others; i++) {
            coefficients[i + 1] = found[i];
            coefficients[0] -= found[i];
        }
        return coefficients;
    }

    /** g_i.(u1 - uj). */
    private static double towards(double[][] gram, int i, int j) {
        return gram[i][0] / Math.sqrt(gram[0][0]) - gram[i][j] / Math.sqrt(gram[j][j]);
    }
}
