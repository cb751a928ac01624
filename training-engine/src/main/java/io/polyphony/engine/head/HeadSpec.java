package io.polyphony.engine.head;

import io.polyphony.engine.tensor.Check;

/**
 * What every task's head looks like.
 *
 * @param hidden units of one hidden layer, 0 for a linear head, 0..4096
 * @param dropout share of the head's input dropped in training, 0..0.9
 */
public record HeadSpec(int hidden, double dropout) {
    public HeadSpec {
        Check.range("hidden", hidden, 0, 4096);
        Check.range("dropout", dropout, 0, 0.9);
    }
}
