package io.polyphony.engine.explanation;

import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;

/**
 * How much each of several players contributes to what they reach together (Shapley 1953): the mean of what it adds, over all
 * orders in which they can join.
 */
final class Shapley {
    /** Above, the 2^n coalitions are too many and orders are drawn instead. */
    static final int EXACT = 6;

    /** Each drawn order is used forwards and backwards, which halves the spread. */
    private static final int ORDERS = 16;

    private Shapley() {}

    /**
     * The contributions; they add up to the value of all less that of none.
     *
     * @param value of the players whose bits are set
     */
    static double[] of(int players, LongToDoubleFunction value) {
        return players <= EXACT ? exact(players, value) : drawn(players, value);
    }

    /** How many different coalitions {@link #of} asks about at most. */
    static int coalitions(int players) {
        return players <= EXACT ? 1 << players : 2 * ORDERS * players + 2;
    }

    private static double[] exact(int players, LongToDoubleFunction value) {
        var shares = new double[players];
        for (long coalition = 0; coalition < 1L << players; coalition++) {
            double here = value.applyAsDouble(coalition);
            int size = Long.bitCount(coalition);
            for (int player = 0; player < players; player++) {
                // Who is in it has joined last; who is not would join next.
                shares[player] += (coalition >> player & 1) == 1
                        ? here * weight(size - 1, players)
                        : -here * weight(size, players);
            }
        }
        return shares;
    }

    /** The share of all orders in which exactly these so many came before a player. */
    private static double weight(int before, int players) {
        double weight = 1.0 / players;
        for (int i = 1; i <= before; i++) {
            weight *= (double) i / (players - i);
        }
        return weight;
    }

    private static double[] drawn(int players, LongToDoubleFunction value) {
        var random = new SplittableRandom(1);
        var shares = new double[players];
        var order = new int[players];
        for (int i = 0; i < players; i++) {
            order[i] = i;
        }
        for (int draw = 0; draw < ORDERS; draw++) {
            shuffle(order, random);
            join(order, value, shares, false);
            join(order, value, shares, true);
        }
        return shares;
    }

    private static void join(int[] order, LongToDoubleFunction value, double[] shares, boolean backwards) {
        long coalition = 0;
        double before = value.applyAsDouble(0);
        for (int i = 0; i < order.length; i++) {
            int player = order[backwards ? order.length - 1 - i : i];
            coalition |= 1L << player;
            double after = value.applyAsDouble(coalition);
            shares[player] += (after - before) / (2 * ORDERS);
            before = after;
        }
    }

    static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
