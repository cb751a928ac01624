package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/**
 * A column of a table as tests see it: neither outliers nor units matter.
 *
 * @param name of the raw column; one of dates has several numbers, and so several of these
 * @param ranks of its numbers, NaN where they are missing; empty for categories
 * @param groups of rows: bins of equally many, with one more for those that are missing, or categories
 * @param count of groups
 */
record ScreenedColumn(String name, double[] ranks, int[] groups, int count) {
    private static final int MOST_BINS = 10;
    private static final int ROWS_PER_BIN = 20;

    /** A category of fewer of the rows says little together with other columns. */
    private static final double LEAST_SHARE = 0.05;

    private static final int MOST_CATEGORIES = 10;

    static ScreenedColumn of(NumericColumn column, Table table, int[] rows) {
        var ranks = ranks(column.read(table, rows));
        int bins = Math.clamp(rows.length / ROWS_PER_BIN, 2, MOST_BINS);
        long known = Arrays.stream(ranks).filter(Double::isFinite).count();
        var groups = Arrays.stream(ranks)
                .mapToInt(
                        rank -> Double.isFinite(rank) ? Math.min(bins - 1, (int) ((rank - 0.5) * bins / known)) : bins)
                .toArray();
        return new ScreenedColumn(column.name(), ranks, groups, bins + 1);
    }

    static ScreenedColumn of(CategoricalColumn column, Table table, int[] rows) {
        var cells = table.column(column.name());
        var groups = Arrays.stream(rows)
                .map(row -> column.code(Labels.text(cells, row, column.name())))
                .toArray();
        return new ScreenedColumn(column.name(), new double[0], groups, column.cardinality());
    }

    /** Ranks from 1 on, equal values in the middle of theirs; NaN where there is no finite number. */
    static double[] ranks(double[] values) {
        var finite = Arrays.stream(values)
                .map(value -> Double.isFinite(value) ? value : Double.NaN)
                .toArray();
        return new NaturalRanking(NaNStrategy.FIXED, TiesStrategy.AVERAGE).rank(finite);
    }

    /** The least probability of what it tells of any of these, were it nothing, as many tries as there were accounted for. */
    double probability(List<double[]> scores) {
        double least = 1;
        for (var score : scores) {
            least = Math.min(least, Variance.groups(score, groups, count));
            if (ranks.length > 0) {
                least = Math.min(least, Variance.slope(score, ranks));
            }
        }
        return Math.min(1, least * scores.size() * (ranks.length > 0 ? 2 : 1));
    }

    /** What of it may matter together with another column: its ranks, or each common category; mean 0, deviation 1, 0 where missing. */
    List<float[]> parts() {
        if (ranks.length > 0) {
            return standardised(ranks);
        }
        var parts = new ArrayList<float[]>();
        for (int code = 1; code <= Math.min(count - 1, MOST_CATEGORIES); code++) {
            int wanted = code;
            var is = Arrays.stream(groups)
                    .mapToDouble(group -> group == wanted ? 1 : 0)
                    .toArray();
            double share = Arrays.stream(is).sum() / is.length;
            if (share >= LEAST_SHARE && share <= 1 - LEAST_SHARE) {
                parts.addAll(standardised(is));
            }
        }
        return parts;
    }

    /** None where all are the same. */
    static List<float[]> standardised(double[] values) {
        var known = Arrays.stream(values).filter(Double::isFinite).toArray();
        var moments = Moments.of(known);
        if (!(moments.deviation() > 0)) {
            return List.of();
        }
        var standardised = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            double value = (values[i] - moments.mean()) / moments.deviation();
            standardised[i] = Double.isFinite(value) ? (float) value : 0;
        }
        return List.of(standardised);
    }
}
