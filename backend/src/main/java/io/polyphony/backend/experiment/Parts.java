package io.polyphony.backend.experiment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows in parts: those that are equal in some columns.
 *
 * @param of the part of each row, 0..count-1
 */
@SuppressWarnings("ArrayRecordComponent")
record Parts(int[] of, int count) {

    /** All in one. */
    static Parts one(int rows) {
        return new Parts(new int[rows], 1);
    }

    /** By what stands in a column; rows where nothing does are one part. */
    static Parts by(@Nullable String[] cells) {
        var known = new HashMap<@Nullable String, Integer>();
        var of = new int[cells.length];
        for (int row = 0; row < of.length; row++) {
            of[row] = known.computeIfAbsent(cells[row], _ -> known.size());
        }
        return new Parts(of, known.size());
    }

    /** By both. */
    Parts with(Parts other) {
        var known = new HashMap<Long, Integer>();
        var both = new int[of.length];
        for (int row = 0; row < both.length; row++) {
            both[row] = known.computeIfAbsent((long) of[row] * other.count + other.of[row], _ -> known.size());
        }
        return new Parts(both, known.size());
    }

    /** How many parts there would be by all of these. */
    static int together(Parts... all) {
        var keys = new long[all[0].of.length];
        for (var parts : all) {
            for (int row = 0; row < keys.length; row++) {
                keys[row] = keys[row] * parts.count + parts.of[row];
            }
        }
        Arrays.sort(keys);
        int together = keys.length == 0 ? 0 : 1;
        for (int at = 1; at < keys.length; at++) {
            together += keys[at] == keys[at - 1] ? 0 : 1;
        }
        return together;
    }

    /** Rows of the middle one by size. */
    int typical() {
        var sizes = sizes();
        Arrays.sort(sizes);
        return sizes[sizes.length / 2];
    }

    /**
     * How many dates it is from one row of a part to its next one, the middle of all such steps; 0 where no part has two rows.
     *
     * @param order the rows, oldest first
     */
    int typicalStep(Parts dates, int[] order) {
        var last = new int[count];
        Arrays.fill(last, -1);
        var steps = IntStream.builder();
        int date = 0;
        for (int at = 0; at < order.length; at++) {
            int row = order[at];
            date += at > 0 && dates.of[row] != dates.of[order[at - 1]] ? 1 : 0;
            if (last[of[row]] >= 0) {
                steps.add(date - last[of[row]]);
            }
            last[of[row]] = date;
        }
        int[] sorted = steps.build().sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** Rows of the largest one. */
    int largest() {
        return Arrays.stream(sizes()).max().orElse(0);
    }

    private int[] sizes() {
        var sizes = new int[count];
        for (int part : of) {
            sizes[part]++;
        }
        return sizes;
    }
}
