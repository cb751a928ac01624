package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Which rows of one batch are mixed, and how much of each stays (mixup, Zhang 2018): every row with one that has the same
 * inputs, so that nothing is mixed with what is not there. Drawn when a batch is filled, read afterwards.
 */
public final class Mixup {
    private final double concentration;
    private final int[] order;
    private final int[] partners;
    private final float[] shares;

    /**
     * @param concentration of the beta distribution of shares, 0..1; 0 mixes nothing
     * @param batch rows of a batch
     */
    public Mixup(double concentration, int batch) {
        this.concentration = concentration;
        this.order = new int[batch];
        this.partners = new int[batch];
        this.shares = new float[batch];
    }

    /** Whether rows are mixed at all. */
    public boolean mixes() {
        return concentration > 0;
    }

    /** Whom the row in each place of the batch is mixed with; itself where it stays alone. Not to be changed. */
    public int[] partners() {
        return partners;
    }

    /** How much of the row in each place stays, 0.5..1: the larger part is its own. Not to be changed. */
    public float[] shares() {
        return shares;
    }

    /**
     * Draws anew; places beyond the rows stay alone.
     *
     * @param present by row, 1 for each input that is there; row-major
     * @param rows how many there are
     * @param inputs how many each has
     */
    public void draw(float[] present, int rows, int inputs, RandomGenerator random) {
        Arrays.setAll(partners, i -> i);
        Arrays.fill(shares, 1f);
        shuffle(rows, random);
        for (int i = 0; i < rows; i++) {
            var row = order[i];
            var next = i;
            do {
                next = (next + 1) % rows;
            } while (!alike(present, row, order[next], inputs));
            partners[row] = order[next];
            var share = beta(random);
            shares[row] = partners[row] == row ? 1 : (float) Math.max(share, 1 - share);
        }
    }

    private void shuffle(int rows, RandomGenerator random) {
        for (int i = 0; i < rows; i++) {
            var j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    private static boolean alike(float[] present, int row, int other, int inputs) {
        for (int m = 0; m < inputs; m++) {
            if (present[row * inputs + m] != present[other * inputs + m]) {
                return false;
            }
        }
        return true;
    }

    /** From the beta distribution with equal parameters of at most 1 (Joehnk 1964). */
    private double beta(RandomGenerator random) {
        while (true) {
            var x = Math.pow(random.nextDouble(), 1 / concentration);
            var y = Math.pow(random.nextDouble(), 1 / concentration);
            if (x + y > 0 && x + y <= 1) {
                return x / (x + y);
            }
        }
    }
}
