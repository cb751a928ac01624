package io.polyphony.engine.training;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.weighting.WeightingSpec;

/**
 * How a network is trained.
 *
 * @param seed same seed, same machine: bit-identical losses
 */
public record TrainingSpec(
        PaceSpec pace, DescentSpec descent, WeightingSpec weighting, LossSpec loss, AugmentSpec augment, long seed) {

    /** The same without a time limit: what decides where the training goes, but not how far. */
    TrainingSpec unlimited() {
        return new TrainingSpec(pace.unlimited(), descent, weighting, loss, augment, seed);
    }
}
