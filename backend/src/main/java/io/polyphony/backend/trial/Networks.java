package io.polyphony.backend.trial;

import io.polyphony.backend.common.Recent;
import io.polyphony.backend.common.TrialId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The trained networks of trials; the last few that were asked for stay in memory. */
@ApplicationScoped
public class Networks {
    private final WeightStore weights;
    private final Recent<TrialId, TrainedTrial> recent = new Recent<>();

    Networks(WeightStore weights) {
        this.weights = weights;
    }

    /** The trained networks of a completed trial; empty where its weights were let go. Within the caller's transaction. */
    public Optional<TrainedTrial> of(TrialId trial) {
        return recent.of(trial, () -> weights.bundle(trial).map(TrainedTrial::fromBytes));
    }
}
