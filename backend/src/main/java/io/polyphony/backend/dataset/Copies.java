package io.polyphony.backend.dataset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that say the same. A table that was put together twice, or in which rare rows were multiplied, tells in its test rows what
 * was learned from its train rows; where a few values meet again and again by nature, equal rows are rows as others.
 */
public final class Copies {
    /** Of fewer different rows nothing can be said. */
    private static final int FEWEST = 10;
    /** Share of the different rows that have a value of their own in a column that tells rows apart. */
    private static final double NEARLY_ALL = 0.9;
    /** So many rows that come only once would be missed, were it by chance that nearly all come again. */
    private static final double MISSED = 15;

    private final TableData table;
    private final List<String> columns;
    private final int[][] codes;
    private final long[] all;
    private final int[] first;

    private Copies(TableData table, List<String> columns) {
        this.table = table;
        this.columns = columns;
        this.codes = columns.stream().map(this::codes).toArray(int[][]::new);
        this.all = new long[table.rows()];
        for (var column = 0; column < codes.length; column++) {
            for (var row = 0; row < all.length; row++) {
                all[row] += mixed(column, codes[column][row]);
            }
        }
        this.first = firsts(all);
    }

    /** By row the first row that says the same in these columns: itself, where no earlier one does. */
    static int[] firsts(TableData table, List<String> columns) {
        return new Copies(table, columns).first;
    }

    /**
     * Whether rows were copied: some say the same in these columns, and that cannot be chance, since a column tells nearly all
     * different rows apart, or since most of those that come again have no neighbour that differs in one column only, or since
     * hardly any row comes only once.
     */
    public static boolean any(TableData table, List<String> columns) {
        var copies = new Copies(table, columns);
        var times = copies.times();
        var different = rows(times, 1);
        var again = rows(times, 2);
        return again.length > 0
                && different.length >= FEWEST
                && (copies.told(different) || copies.alone(different, again) || even(times, different, again));
    }

    /** How often each row comes, where it comes first; 0 elsewhere. */
    private int[] times() {
        var times = new int[first.length];
        for (var row : first) {
            times[row]++;
        }
        return times;
    }

    private static int[] rows(int[] times, int least) {
        return IntStream.range(0, times.length)
                .filter(row -> times[row] >= least)
                .toArray();
    }

    private boolean told(int[] different) {
        return IntStream.range(0, codes.length)
                .filter(column -> table.column(columns.get(column)).modality() != ColumnModality.CATEGORICAL)
                .anyMatch(column -> IntStream.of(different)
                                .map(row -> codes[column][row])
                                .distinct()
                                .count()
                        >= NEARLY_ALL * different.length);
    }

    /** Values that meet by chance meet all but one even more often. */
    private boolean alone(int[] different, int[] again) {
        var near = new boolean[all.length];
        for (var column = 0; column < codes.length; column++) {
            var seen = new HashMap<Long, Integer>();
            for (var row : different) {
                var other = seen.putIfAbsent(all[row] - mixed(column, codes[column][row]), row);
                if (other != null) {
                    near[row] = true;
                    near[other] = true;
                }
            }
        }
        return 2 * IntStream.of(again).filter(row -> !near[row]).count() >= again.length;
    }

    /**
     * Were all different rows equally likely, the times that they come would have a Poisson distribution; as some are more likely
     * than others, even more would come only once.
     */
    private static boolean even(int[] times, int[] different, int[] again) {
        var mean = (double) IntStream.of(times).sum() / different.length;
        // Of those that come at all; a fixed point, since rows that never come are not seen.
        var rate = mean;
        for (var turn = 0; turn < 50; turn++) {
            rate = mean * (1 - Math.exp(-rate));
        }
        var expected = different.length * rate / Math.expm1(rate);
        return expected >= MISSED && different.length - again.length < expected / 4;
    }

    /** Equal cells have equal numbers; media are compared by what is in the files. */
    private int[] codes(String column) {
        var cells = table.texts(column);
        var media = table.column(column).modality().isMedia();
        Map<String, Integer> known = new HashMap<>();
        return IntStream.range(0, cells.length)
                .map(row -> code(media ? content(column, row, cells[row]) : cells[row], known))
                .toArray();
    }

    private @Nullable String content(String column, int row, @Nullable String path) {
        var content = table.content(column, row);
        return content == null ? path : content;
    }

    private static int code(@Nullable String cell, Map<String, Integer> known) {
        return cell == null ? 0 : known.computeIfAbsent(cell, _ -> known.size() + 1);
    }

    private static int[] firsts(long[] signatures) {
        var seen = new HashMap<Long, Integer>();
        var first = new int[signatures.length];
        Arrays.setAll(first, row -> {
            var earlier = seen.putIfAbsent(signatures[row], row);
            return earlier == null ? row : earlier;
        });
        return first;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014): sums of its values collide as random numbers of 64 bits do. */
    private static long mixed(int column, int code) {
        var z = ((long) column << Integer.SIZE | code) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
