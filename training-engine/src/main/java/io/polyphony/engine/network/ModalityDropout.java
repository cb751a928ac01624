package io.polyphony.engine.network;

import java.util.random.RandomGenerator;

/**
 * Takes inputs from rows: each that a row has goes with the same probability, one independently of the other. Where all would
 * go, one of them, drawn at random, stays: of two inputs each goes with p - p^2 / 2.
 *
 * @param probability that a row loses an input
 */
record ModalityDropout(double probability) {
    private static final float GOING = -1;

    /** Changes one row's numbers [from, to) of {@code present}: 1 where it has an input, 0 where it lacks one. */
    void apply(float[] present, int from, int to, RandomGenerator random) {
        int there = 0;
        int left = 0;
        for (int m = from; m < to; m++) {
            if (present[m] > 0) {
                there++;
                boolean goes = random.nextDouble() < probability;
                present[m] = goes ? GOING : 1;
                left += goes ? 0 : 1;
            }
        }
        int spared = left == 0 && there > 0 ? random.nextInt(there) : there;
        for (int m = from; m < to; m++) {
            if (present[m] == GOING) {
                present[m] = spared == 0 ? 1 : 0;
                spared--;
            }
        }
    }
}
