package io.polyphony.frontend.experiment;

import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.Measure;
import io.polyphony.backend.experiment.ObjectiveRequest;
import io.polyphony.engine.evaluation.MetricInfo;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a trial can be judged by: a metric of a task, or a measure of the whole.
 *
 * @param target null for a measure
 * @param name of the metric or measure
 * @param label for people
 * @param up whether more is better
 */
record Figure(@Nullable String target, String name, String label, boolean up) {

    /** All that there are for these tasks, each task's own metric first. */
    static List<Figure> of(List<ExperimentTask> tasks) {
        var own = tasks.stream().map(task -> metric(task, task.metric()));
        var others = tasks.stream()
                .flatMap(task -> io.polyphony.engine.evaluation.Metrics.forType(task.type()).stream()
                        .map(MetricInfo::name)
                        .filter(name -> !name.equals(task.metric()))
                        .map(name -> metric(task, name)));
        var measures =
                Stream.of(Measure.values()).map(measure -> new Figure(null, measure.label(), measure.title(), false));
        return Stream.of(own, measures, others).flatMap(figures -> figures).toList();
    }

    private static Figure metric(ExperimentTask task, String name) {
        return new Figure(
                task.name(),
                name,
                task.name() + ": " + Metrics.label(name),
                io.polyphony.engine.evaluation.Metrics.info(name).higherIsBetter());
    }

    /** Whether the objective is about this. */
    boolean of(ObjectiveRequest objective) {
        return Objects.equals(target, objective.target())
                && name.equals(target == null ? objective.measure() : objective.metric());
    }

    /**
     * An objective about this.
     *
     * @param limit in the direction in which it is good: the most of what should be little
     */
    ObjectiveRequest objective(@Nullable Double limit, boolean improve, @Nullable Double weight) {
        return new ObjectiveRequest(
                target,
                target == null ? null : name,
                target == null ? name : null,
                up ? limit : null,
                up ? null : limit,
                improve == (limit == null) ? null : improve,
                weight);
    }
}
