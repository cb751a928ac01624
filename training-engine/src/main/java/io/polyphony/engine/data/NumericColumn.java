package io.polyphony.engine.data;

import io.polyphony.engine.data.TabularFeatures.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One numeric column, or one number that dates become, brought to a common scale.
 *
 * @param part of dates; null for numbers
 * @param center what becomes 0
 * @param scale what becomes 1
 * @param quantiles train values at even ranks for quantile scaling, else empty
 * @param fill what a missing cell becomes: the median
 * @param flagged whether train rows had missing cells enough to learn from, so that a bit tells them apart
 */
record NumericColumn(
        String name,
        @Nullable DatePart part,
        double center,
        double scale,
        double[] quantiles,
        double fill,
        boolean flagged) {

    /** Interquartile range of a standard normal. */
    private static final double NORMAL_IQR = 1.349;

    private static final double LEAST_MISSING = 0.01;
    private static final double SKEWED = 2;
    private static final int KNOTS = 101;
    private static final double REACH = 3;
    private static final double TWICE = 2;

    static NumericColumn fit(String name, double[] cells, Scaling scaling) {
        var values = Arrays.stream(cells).filter(Double::isFinite).sorted().toArray();
        var flagged = learnable(cells.length - values.length, cells.length);
        if (values.length == 0) {
            return new NumericColumn(name, null, 0, 1, new double[0], 0, flagged);
        }
        var moments = Moments.of(values);
        var median = quantile(values, 0.5);
        return switch (scaling) {
            case STANDARD ->
                new NumericColumn(name, null, moments.mean(), moments.deviationOrOne(), new double[0], median, flagged);
            case ROBUST -> new NumericColumn(name, null, median, spread(values), new double[0], median, flagged);
            case QUANTILE -> new NumericColumn(name, null, median, 1, knots(values), median, flagged);
            case AUTO -> fit(name, cells, Math.abs(moments.skewness()) > SKEWED ? Scaling.QUANTILE : Scaling.ROBUST);
        };
    }

    /** What hardly any train row lacks tells nothing by being missing, and what little is learned of it is chance: it is filled in. */
    static boolean learnable(int missing, int rows) {
        return missing > 0 && missing >= LEAST_MISSING * rows;
    }

    /**
     * Each number of dates that is not the same in all train rows; the first alone tells of missing cells. Of what recurs
     * only what came at least twice in these rows: a year of which they saw one tells nothing of the next.
     */
    static List<NumericColumn> fitDates(String name, Column.Dates dates, int[] rows, Scaling scaling) {
        double longest = dates.recurring() ? days(dates, rows, name) / TWICE : Double.POSITIVE_INFINITY;
        var parts = DatePart.all().stream()
                .filter(part -> part == DatePart.DAYS || varies(read(dates, rows, name, part)))
                .filter(part -> part.period() <= longest)
                .toList();
        var columns = new ArrayList<NumericColumn>();
        // A column of which nothing comes again is still one.
        for (var part : parts.isEmpty() ? List.of(DatePart.YEARDAY_SINE) : parts) {
            var fitted = fit(name, read(dates, rows, name, part), scaling);
            columns.add(new NumericColumn(
                    name,
                    part,
                    fitted.center,
                    fitted.scale,
                    fitted.quantiles,
                    fitted.fill,
                    fitted.flagged && columns.isEmpty()));
        }
        return columns;
    }

    private static boolean varies(double[] cells) {
        return Arrays.stream(cells).filter(Double::isFinite).distinct().count() > 1;
    }

    /** How many days lie between the first and the last. */
    private static double days(Column.Dates dates, int[] rows, String name) {
        var days = Arrays.stream(read(dates, rows, name, DatePart.DAYS))
                .filter(Double::isFinite)
                .summaryStatistics();
        return days.getMax() - days.getMin();
    }

    private static double[] read(Column dates, int[] rows, String name, DatePart part) {
        return Arrays.stream(rows)
                .mapToDouble(row -> read(dates, row, name, part))
                .toArray();
    }

    /** The numbers in these rows, NaN where they are missing. */
    double[] read(Table table, int[] rows) {
        var cells = table.column(name);
        return Arrays.stream(rows)
                .mapToDouble(row -> read(cells, row, name, part))
                .toArray();
    }

    private static double read(Column cells, int row, String name, @Nullable DatePart part) {
        if (part == null) {
            return Labels.number(cells, row, name);
        }
        var text = Labels.text(cells, row, name);
        return text == null ? Double.NaN : DateText.date(text).map(part::of).orElse(Double.NaN);
    }

    /** Within (-3, 3), so that no outlier can drown the other columns. */
    float scaled(double value) {
        var cell = Double.isFinite(value) ? value : fill;
        if (quantiles.length > 0) {
            return (float) Math.clamp(Normal.quantile(Math.clamp(rank(cell), 1e-3, 1 - 1e-3)), -REACH, REACH);
        }
        var distance = (cell - center) / scale;
        return (float) (distance / Math.sqrt(1 + distance * distance / (REACH * REACH)));
    }

    /** The share of train values below; a value that many train rows have lies in the middle of their ranks. */
    private double rank(double value) {
        var low = (double) first(value, false);
        var high = (double) first(value, true);
        if (high > low) {
            return (low + high - 1) / 2 / (quantiles.length - 1);
        }
        if (low == 0 || low == quantiles.length) {
            return low == 0 ? 0 : 1;
        }
        var below = quantiles[(int) low - 1];
        return (low - 1 + (value - below) / (quantiles[(int) low] - below)) / (quantiles.length - 1);
    }

    /** Index of the first knot that is not below (or, beyond equal ones, above) the value. */
    private int first(double value, boolean beyondEqual) {
        var low = 0;
        var high = quantiles.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (quantiles[middle] < value || (beyondEqual && quantiles[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double spread(double[] sorted) {
        var iqr = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / NORMAL_IQR;
        return iqr > 1e-12 ? iqr : Moments.of(sorted).deviationOrOne();
    }

    private static double[] knots(double[] sorted) {
        return IntStream.range(0, KNOTS)
                .mapToDouble(i -> quantile(sorted, i / (KNOTS - 1.0)))
                .toArray();
    }

    static double quantile(double[] sorted, double share) {
        var position = share * (sorted.length - 1);
        var below = (int) position;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
