package io.polyphony.engine.compression;

import io.polyphony.engine.tensor.Check;

/**
 * How a network is thinned out (Han et al. 2015): weights of small magnitude become zero, the rest learns to do without them.
 *
 * @param share of all matrices' numbers that are zero in the end, 0..0.99
 * @param scope where magnitudes are compared
 * @param rounds steps of an epoch each in which the share grows, 1..100: fast at first, slower towards the end, by the cubic of
 *     Zhu and Gupta (2017)
 * @param epochs of fine-tuning with the zeros held, 1..1000
 * @param rate learning rate of it all as a multiple of the training's, 0.001..1
 */
public record PruningSpec(double share, Scope scope, int rounds, int epochs, double rate) {
    public PruningSpec {
        Check.range("share", share, 0, 0.99);
        Check.range("rounds", rounds, 1, 100);
        Check.range("epochs", epochs, 1, 1000);
        Check.range("rate", rate, 0.001, 1);
    }

    /** Where magnitudes are compared. */
    public enum Scope {
        /** Within each matrix, so that all are thinned out alike. */
        EACH,
        /** Among all matrices, so that some may keep more than others. */
        ALL
    }

    /** So large a share, in four rounds and twice as many epochs, at a third of the training's rate. */
    public static PruningSpec of(double share) {
        return new PruningSpec(share, Scope.EACH, 4, 8, 0.3);
    }

    /** The share after a round, counted from 1. */
    double share(int round) {
        double left = 1 - (double) round / rounds;
        return share * (1 - left * left * left);
    }
}
