package io.polyphony.backend.experiment;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps experiments. Every method runs within the caller's transaction. */
public interface ExperimentStore {
    void add(Experiment experiment);

    Optional<Experiment> find(ExperimentId id);

    /**
     * Reads the experiment and holds its row until the transaction ends: whoever proposes a trial or changes the state comes
     * one after the other.
     */
    Optional<Experiment> lock(ExperimentId id);

    /** Newest first, up to {@link PageRequest#fetch()} rows. */
    List<Experiment> page(Set<ProjectId> projects, PageRequest page);

    /** Changes the state; the first start and the last end are stamped with the database's time. */
    void changeState(ExperimentId id, ExperimentState state, @Nullable String message);

    void changeBudget(ExperimentId id, Budget budget);

    /** Adds the time since the last tick to what these experiments have spent, up to 5 s: downtime is not spent. */
    void tick(Collection<ExperimentId> running);

    /** Starts the clock anew without spending anything: after a pause or before the first trial. */
    void startClock(ExperimentId id);

    /** Seconds of running time so far. */
    Map<ExperimentId, Double> spent(Collection<ExperimentId> ids);

    /** The experiments that workers may take up, oldest first. */
    List<ExperimentId> alive();
}
