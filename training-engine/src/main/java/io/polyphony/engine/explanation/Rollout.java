package io.polyphony.engine.explanation;

import java.util.List;

/**
 * Attention rolled out over layers (Abnar and Zuidema, ACL 2020): what a reader is made of after a layer is half what it was
 * made of before, for the shortcut, and half what those that it attends to are made of.
 *
 * @param pieces how many members each input has; they stand behind those members that belong to no input
 * @param members all of them
 */
record Rollout(int[] pieces, int members) {
    private static final double SHORTCUT = 0.5;

    /**
     * Which part of the inputs in the members that belong to none, at the end, comes from which: adds up to 1, or is all 0.
     *
     * @param layers [readers][members], rows add up to 1; the readers are the first members
     */
    double[] of(List<double[][]> layers) {
        var made = origins();
        for (var layer : layers) {
            made = after(layer, made);
        }
        var shares = new double[pieces.length];
        double sum = 0;
        for (int member = 0; member < free(); member++) {
            for (int input = 0; input < shares.length; input++) {
                shares[input] += made[member][input];
                sum += made[member][input];
            }
        }
        for (int input = 0; input < shares.length && sum > 0; input++) {
            shares[input] /= sum;
        }
        return shares;
    }

    /** How many members belong to no input. */
    private int free() {
        int free = members;
        for (int count : pieces) {
            free -= count;
        }
        return free;
    }

    private double[][] origins() {
        var made = new double[members][pieces.length];
        int member = free();
        for (int input = 0; input < pieces.length; input++) {
            for (int piece = 0; piece < pieces[input]; piece++) {
                made[member++][input] = 1;
            }
        }
        return made;
    }

    private static double[][] after(double[][] shares, double[][] before) {
        var after = before.clone();
        for (int reader = 0; reader < shares.length; reader++) {
            var made = new double[before[reader].length];
            for (int input = 0; input < made.length; input++) {
                made[input] = SHORTCUT * before[reader][input];
                for (int member = 0; member < before.length; member++) {
                    made[input] += (1 - SHORTCUT) * shares[reader][member] * before[member][input];
                }
            }
            after[reader] = made;
        }
        return after;
    }
}
