package io.polyphony.engine.weighting;

import java.util.Arrays;

/**
 * The Nash bargaining solution between the tasks (Navon et al., ICML 2022): coefficients a above 0 with G'G a = 1 / a, G'G
 * divided by its norm first, as the authors do. They minimise a'G'G a / 2 - sum log a, which is convex: Newton's method
 * finds them, where the authors linearise a sequence of programs.
 */
public record NashMtl() implements GradientSpec {
    private static final int STEPS = 100;
    /** Gradients that cancel out leave no bargain; this much self-interest is always left. */
    private static final double RIDGE = 1e-6;

    @Override
    public GradientWeighting start(TaskScales scales) {
        return new GradientCombination(scales, (gram, _) -> coefficients(gram));
    }

    static double[] coefficients(double[][] gram) {
        var matrix = normalised(gram);
        var a = new double[gram.length];
        Arrays.fill(a, 1);
        for (int step = 0; step < STEPS; step++) {
            var slope = Gram.times(matrix, a);
            var curvature = new double[a.length][];
            for (int i = 0; i < a.length; i++) {
                slope[i] -= 1 / a[i];
                curvature[i] = matrix[i].clone();
                curvature[i][i] += 1 / (a[i] * a[i]);
            }
            var direction = Gram.solve(curvature, slope);
            double decrement = Math.sqrt(Math.max(0, inner(slope, direction)));
            // The function is self-concordant: this step stays positive and converges from everywhere.
            double length = decrement < 0.25 ? 1 : 1 / (1 + decrement);
            for (int i = 0; i < a.length; i++) {
                a[i] -= length * direction[i];
            }
            if (decrement < 1e-10) {
                break;
            }
        }
        return a;
    }

    private static double[][] normalised(double[][] gram) {
        double square = 0;
        for (var row : gram) {
            square += inner(row, row);
        }
        var matrix = new double[gram.length][gram.length];
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j < gram.length; j++) {
                matrix[i][j] = gram[i][j] / Math.sqrt(square) + (i == j ? RIDGE : 0);
            }
        }
        return matrix;
    }

    private static double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
