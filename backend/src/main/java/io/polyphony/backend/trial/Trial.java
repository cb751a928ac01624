package io.polyphony.backend.trial;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.hpo.space.Assignment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One assignment of an experiment's search space.
 *
 * @param lane the place in the experiment's queue that runs it; a lane runs one trial at a time
 * @param attempt how often it was taken up; every write names it, and a write of an older attempt is refused
 * @param seed of its initial weights and batches
 * @param progress where it stands
 * @param provenance filled when it is first taken up
 */
public record Trial(
        TrialId id,
        ExperimentId experiment,
        int number,
        TrialOrigin origin,
        TrialState state,
        int lane,
        int attempt,
        Assignment assignment,
        List<String> tasks,
        List<String> inputs,
        String label,
        long seed,
        @Nullable String message,
        TrialProgress progress,
        Map<String, Object> provenance,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {
    public Trial {
        tasks = List.copyOf(tasks);
        inputs = List.copyOf(inputs);
    }

    /** The same trial of another assignment. */
    public Trial trying(Assignment other) {
        return new Trial(
                id,
                experiment,
                number,
                origin,
                state,
                lane,
                attempt,
                other,
                tasks,
                inputs,
                label,
                seed,
                message,
                progress,
                provenance,
                createdAt,
                startedAt,
                endedAt);
    }

    /** Whether it is told to the sampler. */
    public boolean ranked() {
        return origin != TrialOrigin.REFEREE;
    }

    /** Whether it may be the best and be promoted. */
    public boolean trainedHere() {
        return ranked() && origin != TrialOrigin.IMPORTED;
    }
}
