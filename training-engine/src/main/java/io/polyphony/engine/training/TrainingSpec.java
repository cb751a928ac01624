package io.polyphony.engine.training;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.weighting.WeightingSpec;

/**
 * How a network is trained.
 *
 * @param keep which weights become the model
 * @param seed same seed, same machine: bit-identical losses
 */
public record TrainingSpec(
        PaceSpec pace,
        DescentSpec descent,
        WeightingSpec weighting,
        LossSpec loss,
        AugmentSpec augment,
        KeepSpec keep,
        long seed) {

    /** The best epoch's weights. */
    public TrainingSpec(
            PaceSpec pace,
            DescentSpec descent,
            WeightingSpec weighting,
            LossSpec loss,
            AugmentSpec augment,
            long seed) {
        this(pace, descent, weighting, loss, augment, KeepSpec.BEST, seed);
    }

    /** The same, keeping other weights. */
    public TrainingSpec keeping(KeepSpec other) {
        return new TrainingSpec(pace, descent, weighting, loss, augment, other, seed);
    }

    /** The same without a time limit: what decides where the training goes, but not how far. */
    TrainingSpec unlimited() {
        return new TrainingSpec(pace.unlimited(), descent, weighting, loss, augment, keep, seed);
    }
}
