package io.polyphony.engine.head;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.polyphony.engine.tensor.Check;
import java.util.Objects;

/**
 * What every task's head looks like.
 *
 * @param hidden units of one hidden layer, 0 for a linear head, 0..4096
 * @param dropout share of the head's input dropped in training, 0..0.9
 * @param counting how things on pictures are counted; null in networks stored before there was a choice: from the whole
 */
public record HeadSpec(int hidden, double dropout, Counting counting) {
    @JsonCreator
    public HeadSpec {
        counting = Objects.requireNonNullElse(counting, Counting.POOLED);
        Check.range("hidden", hidden, 0, 4096);
        Check.range("dropout", dropout, 0, 0.9);
    }

    /** Heads that count from the whole. */
    public HeadSpec(int hidden, double dropout) {
        this(hidden, dropout, Counting.POOLED);
    }
}
