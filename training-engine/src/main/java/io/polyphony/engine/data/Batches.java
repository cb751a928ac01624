package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The order in which rows are shown. An epoch's order depends on seed and epoch alone, so that a resumed run goes on as if it had never stopped.
 */
public final class Batches {
    private final double[] rates;
    private final int batchSize;
    private final long seed;
    private final int shown;

    /**
     * @param rates how often each row is shown per epoch, on average
     * @param batchSize rows per step; the last batch of an epoch may be smaller
     */
    public Batches(double[] rates, int batchSize, long seed) {
        this.rates = rates.clone();
        this.batchSize = batchSize;
        this.seed = seed;
        this.shown = Math.max(1, (int) Math.round(Arrays.stream(rates).sum()));
    }

    /** Every row once per epoch. */
    public Batches(int rows, int batchSize, long seed) {
        this(once(rows), batchSize, seed);
    }

    private static double[] once(int rows) {
        var rates = new double[rows];
        Arrays.fill(rates, 1);
        return rates;
    }

    /** Rows shown per epoch. */
    public int shown() {
        return shown;
    }

    /** Steps per epoch. */
    public int count() {
        return Math.ceilDiv(shown, batchSize);
    }

    /** The generator of an epoch's chance: of its order, if asked first, then of its augmentation. */
    public RandomGenerator random(int epoch) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + 0x9e3779b97f4a7c15L * epoch);
    }

    /** The rows of that epoch in its order (Fisher and Yates). */
    public int[] order(RandomGenerator random) {
        var order = drawn(random);
        for (var i = order.length - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    /** Each row as often as its rate says, rounded up or down by chance (systematic resampling). */
    private int[] drawn(RandomGenerator random) {
        var drawn = new int[shown];
        if (Arrays.stream(rates).allMatch(rate -> rate == 1)) {
            Arrays.setAll(drawn, i -> i);
            return drawn;
        }
        var step = Arrays.stream(rates).sum() / drawn.length;
        var next = step * random.nextDouble();
        var sum = 0.0;
        var count = 0;
        for (var row = 0; row < rates.length; row++) {
            for (sum += rates[row]; next < sum && count < drawn.length; next += step) {
                drawn[count++] = row;
            }
        }
        Arrays.fill(drawn, count, drawn.length, rates.length - 1); // Rounding may leave one out.
        return drawn;
    }

    /** The rows of one batch of that order. */
    public int[] batch(int[] order, int batch) {
        return Arrays.copyOfRange(order, batch * batchSize, Math.min(order.length, (batch + 1) * batchSize));
    }
}
