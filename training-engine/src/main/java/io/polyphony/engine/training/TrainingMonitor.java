package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.Checkpoint;
import java.util.function.Supplier;

/** Watches a training and may end it. Called on the training's own thread. */
public interface TrainingMonitor {

    /** After each epoch's validation. The checkpoint, if asked for now, is the state at the end of this epoch. */
    Verdict afterEpoch(EpochReport report, Supplier<Checkpoint> checkpoint);

    /** Within an epoch, at least once a second unless a single step takes longer. */
    default Verdict duringEpoch(StepReport report) {
        return Verdict.CONTINUE;
    }

    /** The same, by somebody who may want the state at the end of this step. */
    default Verdict duringEpoch(StepReport report, Supplier<Checkpoint> checkpoint) {
        return duringEpoch(report);
    }
}
