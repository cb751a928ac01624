package io.polyphony.engine.data;

import java.util.List;

/**
 * Which columns tell something together that neither tells alone (an exclusive or, a slope that another column turns): the product of two
 * is tested against what is to be told, every two of them, at a family-wise error of one twentieth (Bonferroni). The sum of the products
 * is divided by the root of the sum of their squares, so that a variance that differs from row to row makes no difference (White,
 * Econometrica 1980).
 */
final class PairScreen {
    private static final double ERROR = 0.05;

    /** So many products are computed at most: a second or two. */
    private static final double WORK = 1e9;

    /** One number of a column. */
    record Part(int column, float[] values) {}

    private PairScreen() {}

    /**
     * Marks the columns of pairs that tell something.
     *
     * @param parts of columns, mean 0 and deviation 1, the most telling first: where there are too many, the last are left out
     * @param scores what is to be told, likewise
     */
    static void mark(List<Part> parts, List<float[]> scores, boolean[] marked) {
        int rows = scores.isEmpty() ? 0 : scores.getFirst().length;
        int most = (int) Math.min(parts.size(), Math.sqrt(2 * WORK / Math.max(1, (double) scores.size() * rows)));
        double tests = most * (most - 1) / 2.0 * scores.size();
        double far = -Normal.quantile(ERROR / 2 / Math.max(1, tests));
        var tilted = new float[rows];
        for (var score : scores) {
            for (int i = 0; i < most; i++) {
                var first = parts.get(i);
                for (int row = 0; row < rows; row++) {
                    tilted[row] = first.values()[row] * score[row];
                }
                for (int j = i + 1; j < most; j++) {
                    var second = parts.get(j);
                    if (second.column() != first.column() && distance(tilted, second.values()) > far) {
                        marked[first.column()] = true;
                        marked[second.column()] = true;
                    }
                }
            }
        }
    }

    /** Of the sum of products from 0, in its deviations. */
    private static double distance(float[] a, float[] b) {
        float sum = 0;
        float squares = 0;
        for (int i = 0; i < a.length; i++) {
            float product = a[i] * b[i];
            sum += product;
            squares += product * product;
        }
        return squares > 0 ? Math.abs(sum) / Math.sqrt(squares) : 0;
    }
}
