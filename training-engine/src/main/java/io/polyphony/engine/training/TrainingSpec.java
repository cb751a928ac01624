package io.polyphony.engine.training;

import io.polyphony.engine.auxiliary.AuxiliarySpec;
import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.weighting.WeightingSpec;
import org.jspecify.annotations.Nullable;

/**
 * How a network is trained.
 *
 * @param keep which weights become the model
 * @param auxiliary what is learned beside the tasks
 * @param seed same seed, same machine: bit-identical losses
 */
public record TrainingSpec(
        PaceSpec pace,
        DescentSpec descent,
        WeightingSpec weighting,
        LossSpec loss,
        AugmentSpec augment,
        KeepSpec keep,
        AuxiliarySpec auxiliary,
        long seed) {

    /** The best epoch's weights, the tasks alone. */
    public TrainingSpec(
            PaceSpec pace,
            DescentSpec descent,
            WeightingSpec weighting,
            LossSpec loss,
            AugmentSpec augment,
            long seed) {
        this(pace, descent, weighting, loss, augment, KeepSpec.BEST, AuxiliarySpec.NONE, seed);
    }

    /** The same, keeping other weights. */
    public TrainingSpec keeping(KeepSpec other) {
        return new TrainingSpec(pace, descent, weighting, loss, augment, other, auxiliary, seed);
    }

    /** The same with something learned beside the tasks. */
    public TrainingSpec beside(AuxiliarySpec other) {
        return new TrainingSpec(pace, descent, weighting, loss, augment, keep, other, seed);
    }

    /** The same with other initial weights and another order of rows. */
    TrainingSpec seeded(long other) {
        return new TrainingSpec(pace, descent, weighting, loss, augment, keep, auxiliary, other);
    }

    /** The same within another time limit; null for none. */
    TrainingSpec within(@Nullable Double limitSeconds) {
        var limited = new PaceSpec(pace.epochs(), pace.batchSize(), pace.patience(), limitSeconds);
        return new TrainingSpec(limited, descent, weighting, loss, augment, keep, auxiliary, seed);
    }

    /** The same without a time limit: what decides where the training goes, but not how far. */
    TrainingSpec unlimited() {
        return new TrainingSpec(pace.unlimited(), descent, weighting, loss, augment, keep, auxiliary, seed);
    }
}
