package io.polyphony.backend.experiment;

import io.polyphony.engine.evaluation.MetricInfo;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.hpo.trial.Direction;
import io.polyphony.hpo.trial.Objective;
import java.util.List;
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

    /**
     * A figure that only a limit is meant for.
     *
     * @param name of a measure, or of a task, a dot and one of its metrics
     */
    public static Optional<ExperimentObjective> limited(String name, List<ExperimentTask> tasks) {
        return tasks.stream()
                .flatMap(task -> Metrics.forType(task.type()).stream()
                        .filter(metric -> name.equals(task.name() + "." + metric.name()))
                        .map(metric -> metric(name, task, metric)))
                .findFirst()
                .or(() -> Measure.named(name)
                        .map(measure -> new ExperimentObjective(name, null, name, Direction.MINIMIZE, null, false, 1)));
    }

    private static ExperimentObjective metric(String name, ExperimentTask task, MetricInfo metric) {
        var direction = metric.higherIsBetter() ? Direction.MAXIMIZE : Direction.MINIMIZE;
        return new ExperimentObjective(name, task.name(), metric.name(), direction, null, false, 1);
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
