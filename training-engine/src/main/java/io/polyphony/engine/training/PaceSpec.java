package io.polyphony.engine.training;

import io.polyphony.engine.tensor.Check;
import org.jspecify.annotations.Nullable;

/**
 * How long a training goes on.
 *
 * @param epochs passes over the training rows at most, 1..10000
 * @param batchSize rows per step, 1..65536; no more than there are training rows are used
 * @param patience epochs without a better validation score before training stops, 0 for never
 * @param limitSeconds training time after which the best epoch so far is the result, or null for none
 */
public record PaceSpec(
        int epochs, int batchSize, int patience, @Nullable Double limitSeconds) {
    public PaceSpec {
        Check.range("epochs", epochs, 1, 10_000);
        Check.range("batchSize", batchSize, 1, 65_536);
        Check.range("patience", patience, 0, 10_000);
        if (limitSeconds != null) {
            Check.range("limitSeconds", limitSeconds, 0, 1e9);
        }
    }

    /** All epochs, however long they take. */
    public static PaceSpec of(int epochs, int batchSize) {
        return new PaceSpec(epochs, batchSize, 0, null);
    }

    /** The same without a time limit. */
    PaceSpec unlimited() {
        return new PaceSpec(epochs, batchSize, patience, null);
    }
}
