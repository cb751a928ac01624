package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.table.Numbers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Whole numbers that tell how often something happened, and not which of some classes a row is of: they begin at 0, rise to
 * one peak and fall off to a few rare large ones. Numbers that stand for classes have no reason to.
 */
final class Tally {
    /** So few may well be classes. */
    private static final int FEW = 10;
    /** The largest quarter of the values has no larger share of the rows. */
    private static final double TAIL = 0.05;

    private Tally() {}

    /** Whether the column's values look counted. */
    static boolean is(ColumnInfo column) {
        var numbers = column.numbers();
        return numbers != null
                && numbers.whole()
                && numbers.unreadable() == 0
                && numbers.min() == 0
                && column.distinct() > FEW
                && column.distinct() == column.topValues().size()
                && numbers.max() < 2.0 * column.distinct()
                && fallsOff(rows(column.topValues(), (int) numbers.max()));
    }

    /** Rows of each value from 0 on. */
    private static long[] rows(Map<String, Long> values, int most) {
        var rows = new TreeMap<Integer, Long>();
        values.forEach((value, n) -> rows.merge((int) Numbers.parse(value), n, Long::sum));
        return IntStream.rangeClosed(0, most)
                .mapToLong(value -> rows.getOrDefault(value, 0L))
                .toArray();
    }

    private static boolean fallsOff(long[] rows) {
        var peak = 0;
        for (var value = 0; value < rows.length; value++) {
            peak = rows[value] > rows[peak] ? value : peak;
        }
        for (var value = 1; value < rows.length; value++) {
            var nearer = value <= peak ? rows[value] : rows[value - 1];
            var farther = value <= peak ? rows[value - 1] : rows[value];
            if (farther > nearer + chance(nearer)) {
                return false;
            }
        }
        var all =
                IntStream.range(0, rows.length).mapToLong(value -> rows[value]).sum();
        var tail = IntStream.range(rows.length - rows.length / 4, rows.length)
                .mapToLong(value -> rows[value])
                .sum();
        return tail <= TAIL * all;
    }

    /** How much a number of rows is off by chance: three deviations of a Poisson. */
    private static double chance(long rows) {
        return 3 * Math.sqrt(rows + 1.0);
    }
}
