package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.UserId;
import io.polyphony.hpo.trial.Objective;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data set version, its tasks, what may be searched, and how much of it.
 *
 * @param message why it is in this state, where that needs saying
 * @param tasks in the order that they were asked for
 * @param seed makes the search repeatable
 */
public record Experiment(
        ExperimentId id,
        ProjectId project,
        DatasetId dataset,
        DatasetVersionId version,
        String name,
        ExperimentState state,
        @Nullable String message,
        List<ExperimentTask> tasks,
        ExperimentPlan plan,
        Budget budget,
        long seed,
        UserId createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {
    public Experiment {
        tasks = List.copyOf(tasks);
    }

    /** What the search improves and keeps within limits. Plans made before that could be said improve each task's metric. */
    public List<ExperimentObjective> figures() {
        return plan.objectives().isEmpty()
                ? tasks.stream().map(ExperimentObjective::of).toList()
                : plan.objectives();
    }

    /** The same as the search knows it. */
    public List<Objective> objectives() {
        return figures().stream().map(ExperimentObjective::objective).toList();
    }
}
