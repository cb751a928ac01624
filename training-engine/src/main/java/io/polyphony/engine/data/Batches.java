package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The order in which rows are shown. An epoch's order depends on seed and epoch alone, so that a resumed run goes on as if it had never stopped.
 *
 * @param rows how many there are
 * @param batchSize rows per step; the last batch of an epoch may be smaller
 */
public record Batches(int rows, int batchSize, long seed) {

    /** Steps per epoch. */
    public int count() {
        return Math.ceilDiv(rows, batchSize);
    }

    /** The generator of an epoch's chance: of its order, if asked first, then of its augmentation. */
    public RandomGenerator random(int epoch) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + 0x9e3779b97f4a7c15L * epoch);
    }

    /** All rows in the order of that epoch (Fisher and Yates). */
    public int[] order(RandomGenerator random) {
        var order = new int[rows];
        Arrays.setAll(order, i -> i);
        for (var i = rows - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    /** The rows of one batch of that order. */
    public int[] batch(int[] order, int batch) {
        return Arrays.copyOfRange(order, batch * batchSize, Math.min(rows, (batch + 1) * batchSize));
    }
}
