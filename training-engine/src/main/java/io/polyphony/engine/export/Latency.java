package io.polyphony.engine.export;

import io.polyphony.engine.data.Table;
import java.util.Arrays;

/**
 * How long a model takes from raw cells to answers, on the machine where it was measured, with one thread.
 *
 * @param single milliseconds for a row that comes alone
 * @param each milliseconds per row when many come at once
 */
public record Latency(double single, double each) {
    private static final int WARM_UP = 3;
    private static final int SINGLES = 15;
    private static final int MOST_ROWS = 256;

    /** The median over some of these rows, one by one, and the mean over them all at once. */
    public static Latency measure(Bundle model, Table table, int[] rows) {
        double single = single(model, table, rows);
        var many = Arrays.copyOf(rows, Math.min(rows.length, MOST_ROWS));
        return new Latency(single, millis(model, table, many) / many.length);
    }

    /** Milliseconds for a row that comes alone: the median over some of these. */
    public static double single(Bundle model, Table table, int[] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("A latency is measured on rows, but there are none.");
        }
        for (int i = 0; i < WARM_UP; i++) {
            millis(model, table, rows[i % rows.length]);
        }
        var times = new double[SINGLES];
        for (int i = 0; i < SINGLES; i++) {
            times[i] = millis(model, table, rows[i % rows.length]);
        }
        Arrays.sort(times);
        return times[SINGLES / 2];
    }

    private static double millis(Bundle model, Table table, int... rows) {
        long begin = System.nanoTime();
        model.predict(table, rows);
        return (System.nanoTime() - begin) / 1e6;
    }
}
