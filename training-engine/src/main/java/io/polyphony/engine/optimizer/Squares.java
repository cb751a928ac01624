package io.polyphony.engine.optimizer;

import java.util.Arrays;

/** The sum of the squares of many numbers: many sums in single precision at once, added up in double. */
final class Squares {
    private static final int PLACES = 512;
    private final float[] part = new float[PLACES];
    private final float[] sums = new float[PLACES];

    void clear() {
        Arrays.fill(sums, 0);
    }

    /** Counts the numbers of a vector from one place to another. */
    void add(float[] vector, int from, int until) {
        for (int at = from; at < until; at += PLACES) {
            int length = Math.min(PLACES, until - at);
            System.arraycopy(vector, at, part, 0, length);
            for (int i = 0; i < length; i++) {
                sums[i] += part[i] * part[i];
            }
        }
    }

    double total() {
        double total = 0;
        for (float sum : sums) {
            total += sum;
        }
        return total;
    }
}
