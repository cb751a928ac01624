package io.polyphony.backend.experiment;

import io.polyphony.hpo.trial.Direction;
import io.polyphony.hpo.trial.Objective;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One figure of each trial that the search improves, or keeps within a limit.
 *
 * @param name unique within its experiment: the task's where the figure is the task's own metric, else {@code task.metric}, or the measure's
 * @param task null for a measure of the whole trial
 * @param figure a validation metric of the task, or the name of a {@link Measure}
 * @param limit what it has to reach; null for anything
 * @param improved whether it is improved beyond its limit
 * @param weight how much it counts where several objectives are made one
 */
public record ExperimentObjective(
        String name,
        @Nullable String task,
        String figure,
        Direction direction,
        @Nullable Double limit,
        boolean improved,
        double weight) {

    /** What a task is searched for unless told otherwise. */
    static ExperimentObjective of(ExperimentTask task) {
        return new ExperimentObjective(task.name(), task.name(), task.metric(), task.direction(), null, true, 1);
    }

    ExperimentObjective improvedAsWell() {
        return new ExperimentObjective(name, task, figure, direction, limit, true, weight);
    }

    /** The measure, if it is one. */
    public Optional<Measure> measure() {
        return task == null ? Measure.named(figure) : Optional.empty();
    }

    /** The objective as the search knows it. */
    public Objective objective() {
        return new Objective(name, direction, limit, improved, weight);
    }
}
