package io.polyphony.engine.training;

import io.polyphony.engine.tensor.Check;

/**
 * Which of several trainings of one cross-validation something belongs to.
 *
 * @param number 1-based
 * @param of how many there are; 1 for a training that stands alone
 */
public record Fold(int number, int of) {
    /** A training that stands alone. */
    public static final Fold ALONE = new Fold(1, 1);

    public Fold {
        Check.range("of", of, 1, 1000);
        Check.range("number", number, 1, of);
    }

    public boolean first() {
        return number == 1;
    }
}
