package io.polyphony.backend.dataset.wide;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much the columns of a table differ from others near by.
 *
 * @param rows some of the table; numbers of the columns that are looked at, NaN where there is none
 */
record Roughness(double[][] rows) {
    private static final double LEAST_VARIANCE = 1e-12;

    /**
     * How much columns differ within a row, 1 where they have nothing to do with each other: the mean square difference to twice the variance
     * (J. von Neumann 1941), median over the rows that vary.
     *
     * @param lag how far apart
     */
    double at(int lag) {
        double[] each = Arrays.stream(rows)
                .mapToDouble(row -> of(row, lag))
                .filter(rough -> !Double.isNaN(rough))
                .sorted()
                .toArray();
        return each.length == 0 ? 1 : each[each.length / 2];
    }

    private static double of(double[] row, int lag) {
        double variance = variance(known(Arrays.stream(row)));
        double[] differences = known(IntStream.range(lag, row.length).mapToDouble(i -> row[i] - row[i - lag]));
        return differences.length == 0 || variance < LEAST_VARIANCE ? Double.NaN : square(differences) / (2 * variance);
    }

    /** How much a column differs from the next, over all rows: 1 where they have nothing but their mean in common; 0 where both say the same. */
    double gap(int column) {
        double square = square(known(Arrays.stream(rows).mapToDouble(row -> row[column + 1] - row[column])));
        double variances = variance(column(column)) + variance(column(column + 1));
        return square < LEAST_VARIANCE ? 0 : square / Math.max(variances, LEAST_VARIANCE);
    }

    /** What is known of a column. */
    double[] column(int column) {
        return known(Arrays.stream(rows).mapToDouble(row -> row[column]));
    }

    private static double[] known(DoubleStream values) {
        return values.filter(x -> !Double.isNaN(x)).toArray();
    }

    private static double square(double[] values) {
        return Arrays.stream(values).map(x -> x * x).average().orElse(0);
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return square(Arrays.stream(values).map(x -> x - mean).toArray());
    }
}
