package io.polyphony.engine.compression;

import io.polyphony.engine.tensor.Check;

/**
 * How a student learns from a teacher (Hinton, Vinyals and Dean 2015).
 *
 * @param share of the teacher's answers in the loss, 0..1; the rest is the labels'
 * @param temperature that softens probabilities, 1..100
 */
public record DistillationSpec(double share, double temperature) {
    public DistillationSpec {
        Check.range("share", share, 0, 1);
        Check.range("temperature", temperature, 1, 100);
    }

    /** Mostly the teacher, a little softened. */
    public static DistillationSpec usual() {
        return new DistillationSpec(0.7, 2);
    }
}
