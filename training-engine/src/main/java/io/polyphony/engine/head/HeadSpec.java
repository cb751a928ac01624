package io.polyphony.engine.head;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.polyphony.engine.tensor.Check;
import java.util.Objects;

/**
 * What every task's head looks like.
 *
 * @param hidden units of one hidden layer, 0 for a linear head, 0..4096
 * @param dropout share of the head's input dropped in training, 0..0.9
 * @param lined whether single numbers are told by a line through the numbers of tables, found before the first step, and the heads tell
 *     what that leaves; networks stored before there was a choice tell all
 * @param counting how things on pictures are counted; null in networks stored before there was a choice: from the whole
 */
public record HeadSpec(int hidden, double dropout, Counting counting, boolean lined) {
    @JsonCreator
    public HeadSpec {
        counting = Objects.requireNonNullElse(counting, Counting.POOLED);
        Check.range("hidden", hidden, 0, 4096);
        Check.range("dropout", dropout, 0, 0.9);
    }

    /** Heads that tell all of a number. */
    public HeadSpec(int hidden, double dropout, Counting counting) {
        this(hidden, dropout, counting, false);
    }

    /** Heads that count from the whole. */
    public HeadSpec(int hidden, double dropout) {
        this(hidden, dropout, Counting.POOLED);
    }
}
