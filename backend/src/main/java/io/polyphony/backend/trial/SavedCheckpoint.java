package io.polyphony.backend.trial;

import io.polyphony.engine.checkpoint.Checkpoint;

/**
 * Where a trial can go on.
 *
 * @param seconds training time behind it, over all attempts
 */
public record SavedCheckpoint(Checkpoint checkpoint, double seconds) {
    /** Whole epochs done. */
    public int epoch() {
        return checkpoint.epoch();
    }
}
