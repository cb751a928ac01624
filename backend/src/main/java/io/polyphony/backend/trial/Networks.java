package io.polyphony.backend.trial;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.polyphony.backend.common.TrialId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The trained networks of trials; the last few that were asked for stay in memory. */
@ApplicationScoped
public class Networks {
    private static final int REMEMBERED = 8;
    private final WeightStore weights;
    private final Cache<TrialId, TrainedTrial> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).softValues().build();

    Networks(WeightStore weights) {
        this.weights = weights;
    }

    /** The trained networks of a completed trial; empty where its weights were let go. Within the caller's transaction. */
    public Optional<TrainedTrial> of(TrialId trial) {
        var known = remembered.getIfPresent(trial);
        if (known != null) {
            return Optional.of(known);
        }
        var model = weights.bundle(trial).map(TrainedTrial::fromBytes);
        model.ifPresent(networks -> remembered.put(trial, networks));
        return model;
    }
}
