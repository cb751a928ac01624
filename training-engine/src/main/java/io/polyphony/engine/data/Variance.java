package io.polyphony.engine.data;

import org.hipparchus.special.Beta;

/**
 * Whether a number differs with another one, or from group to group, more than chance lets it: the F tests of linear regression and of
 * one-way analysis of variance (Fisher 1925). On ranks they are Spearman's test and that of Kruskal and Wallis, as far as it is
 * approximated by F. Rows where either is missing (NaN) do not count.
 */
final class Variance {
    private Variance() {}

    /** @return the probability of a slope at least as steep, had they nothing to do with each other; 1 where there is nothing to test */
    static double slope(double[] of, double[] by) {
        double n = 0;
        double[] means = new double[2];
        for (int i = 0; i < of.length; i++) {
            if (known(of, by, i)) {
                n++;
                means[0] += of[i];
                means[1] += by[i];
            }
        }
        double ofOf = 0;
        double byBy = 0;
        double ofBy = 0;
        for (int i = 0; i < of.length; i++) {
            if (known(of, by, i)) {
                double a = of[i] - means[0] / n;
                double b = by[i] - means[1] / n;
                ofOf += a * a;
                byBy += b * b;
                ofBy += a * b;
            }
        }
        return probability(ofBy * ofBy / byBy, ofOf, n, 2);
    }

    private static boolean known(double[] of, double[] by, int i) {
        return !Double.isNaN(of[i]) && !Double.isNaN(by[i]);
    }

    /**
     * @param groups of each row, from 0
     * @return the probability of group means at least as different, had they nothing to do with each other; 1 where there is nothing to test
     */
    static double groups(double[] of, int[] groups, int count) {
        var sums = new double[count];
        var sizes = new int[count];
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < of.length; i++) {
            if (!Double.isNaN(of[i])) {
                sums[groups[i]] += of[i];
                sizes[groups[i]]++;
                n++;
                sum += of[i];
                squares += of[i] * of[i];
            }
        }
        double between = -sum * sum / n;
        int filled = 0;
        for (int group = 0; group < count; group++) {
            if (sizes[group] > 0) {
                filled++;
                between += sums[group] * sums[group] / sizes[group];
            }
        }
        return probability(between, squares - sum * sum / n, n, filled);
    }

    /**
     * @param explained of the sum of squares
     * @param parameters of the model, the mean among them
     */
    private static double probability(double explained, double total, double rows, int parameters) {
        double share = explained / total;
        return parameters < 2 || rows <= parameters || !(total > 0) || !(share > 0)
                ? 1
                : Beta.regularizedBeta(Math.clamp(1 - share, 0, 1), (rows - parameters) / 2, (parameters - 1) / 2.0);
    }
}
