package io.polyphony.engine.weighting;

import java.util.Arrays;

/**
 * Independent component alignment (Senushkin et al., CVPR 2023): the gradients are replaced by the nearest system of
 * orthogonal ones, all as long as the least principal component of the given ones, and summed up.
 */
public record AlignedMtl() implements GradientSpec {
    /** A component below this share of the largest is rounding. */
    private static final double RANK = 1e-10;

    @Override
    public GradientWeighting start(TaskScales scales) {
        return new GradientCombination(scales, (gram, _) -> coefficients(gram));
    }

    /** sqrt(least eigenvalue) V diag(1 / sqrt(eigenvalues)) V' 1, of the eigenvalues that are not zero. */
    static double[] coefficients(double[][] gram) {
        var eigen = Eigen.of(gram);
        double largest = Arrays.stream(eigen.values()).max().orElse(0);
        double least = Arrays.stream(eigen.values())
                .filter(value -> value > RANK * largest)
                .min()
                .orElse(0);
        var coefficients = new double[gram.length];
        for (int c = 0; c < gram.length; c++) {
            if (eigen.values()[c] > RANK * largest) {
                add(coefficients, eigen.vectors(), c, Math.sqrt(least / eigen.values()[c]));
            }
        }
        return coefficients;
    }

    private static void add(double[] coefficients, double[][] vectors, int column, double scale) {
        double sum = 0;
        for (var row : vectors) {
            sum += row[column];
        }
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] += scale * vectors[i][column] * sum;
        }
    }
}
