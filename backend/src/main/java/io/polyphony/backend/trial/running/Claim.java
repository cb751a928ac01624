package io.polyphony.backend.trial.running;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.Attempt;
import io.polyphony.backend.trial.SavedCheckpoint;
import io.polyphony.backend.trial.Trial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a lane may do next. */
sealed interface Claim {
    /** Nothing, now or later: the experiment ended, was paused, or others have its last trials. */
    record Nothing() implements Claim {}

    /** Nothing yet: ask again after this time. */
    record Wait(Duration time) implements Claim {}

    /**
     * This trial.
     *
     * @param checkpoint where to go on; null to begin
     * @param limitSeconds running time that the experiment has left; null for no limit
     */
    record Work(
            Experiment experiment,
            Trial trial,
            Attempt attempt,
            @Nullable SavedCheckpoint checkpoint,
            @Nullable Double limitSeconds)
            implements Claim {
        /** Training time behind the checkpoint. */
        double secondsBefore() {
            return checkpoint == null ? 0 : checkpoint.seconds();
        }
    }
}
