package io.polyphony.backend.experiment;

import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.engine.evaluation.MetricInfo;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Wanted objectives to objectives. Where none is to be improved, every task is, by its own metric. */
final class ObjectivePlanner {
    private final List<ExperimentTask> tasks;
    private final Faults faults;

    ObjectivePlanner(List<ExperimentTask> tasks, Faults faults) {
        this.tasks = tasks;
        this.faults = faults;
    }

    List<ExperimentObjective> plan(@Nullable List<ObjectiveRequest> wanted) {
        var objectives = new ArrayList<ExperimentObjective>();
        var requests = wanted == null ? List.<ObjectiveRequest>of() : wanted;
        for (int i = 0; i < requests.size(); i++) {
            var pointer = "/objectives/" + i;
            var request = requests.get(i);
            figure(pointer, request)
                    .ifPresent(figure -> limited(pointer, request, figure)
                            .forEach(objective -> add(pointer, objective, objectives)));
        }
        return objectives.stream().anyMatch(ExperimentObjective::improved) ? objectives : withTasks(objectives);
    }

    private void add(String pointer, ExperimentObjective objective, List<ExperimentObjective> objectives) {
        boolean known = objectives.stream().anyMatch(other -> other.name().equals(objective.name()));
        faults.unless(!known, pointer, "The objective (%s) is named twice.".formatted(objective.name()));
        objectives.add(objective);
    }

    /** A limit on a task's own metric stays. */
    private List<ExperimentObjective> withTasks(List<ExperimentObjective> limits) {
        var own = tasks.stream()
                .filter(task -> !task.auxiliary())
                .map(task -> limits.stream()
                        .filter(limit -> limit.name().equals(task.name()))
                        .findFirst()
                        .map(ExperimentObjective::improvedAsWell)
                        .orElseGet(() -> ExperimentObjective.of(task)))
                .toList();
        var names = own.stream().map(ExperimentObjective::name).toList();
        return Stream.concat(own.stream(), limits.stream().filter(limit -> !names.contains(limit.name())))
                .toList();
    }

    private Optional<ExperimentObjective> figure(String pointer, ObjectiveRequest request) {
        if ((request.target() == null) == (request.measure() == null)) {
            faults.add(
                    pointer,
                    "An objective names a target or a measure. Maybe {\"target\": \"%s\"} or {\"measure\": \"%s\"}."
                            .formatted(
                                    tasks.isEmpty()
                                            ? "rating"
                                            : tasks.getFirst().name(),
                                    Measure.LATENCY.label()));
            return Optional.empty();
        }
        return request.target() != null
                ? metric(pointer, request, request.target())
                : measure(pointer, request, String.valueOf(request.measure()));
    }

    private Optional<ExperimentObjective> metric(String pointer, ObjectiveRequest request, String target) {
        var names = tasks.stream().map(ExperimentTask::name).toList();
        if (!faults.known(pointer + "/target", "task", target, names)) {
            return Optional.empty();
        }
        var task = tasks.get(names.indexOf(target));
        if (task.auxiliary()) {
            faults.add(
                    pointer + "/target",
                    "The task (%s) is auxiliary and ranks nothing. Maybe let it count.".formatted(target));
            return Optional.empty();
        }
        var figure = request.metric() == null ? task.metric() : request.metric();
        var metrics =
                Metrics.forType(task.type()).stream().map(MetricInfo::name).toList();
        if (!faults.known(pointer + "/metric", "metric of " + target, figure, metrics)) {
            return Optional.empty();
        }
        var direction = Metrics.info(figure).higherIsBetter() ? Direction.MAXIMIZE : Direction.MINIMIZE;
        var name = figure.equals(task.metric()) ? target : target + "." + figure;
        return Optional.of(
                new ExperimentObjective(name, target, figure, direction, null, true, weight(pointer, request)));
    }

    private Optional<ExperimentObjective> measure(String pointer, ObjectiveRequest request, String name) {
        faults.unless(
                request.metric() == null,
                pointer + "/metric",
                "The measure (%s) has no metric (%s). Maybe name a target.".formatted(name, request.metric()));
        return faults.known(pointer + "/measure", "measure", name, Choice.names(Measure.choices()))
                ? Optional.of(new ExperimentObjective(
                        name, null, name, Direction.MINIMIZE, null, true, weight(pointer, request)))
                : Optional.empty();
    }

    private double weight(String pointer, ObjectiveRequest request) {
        double weight = request.weight() == null ? 1 : request.weight();
        boolean fine = weight > 0 && Double.isFinite(weight);
        faults.unless(fine, pointer + "/weight", "The weight (%s) must be above 0.".formatted(weight));
        return fine ? weight : 1;
    }

    /** The figure with its limits; one against its direction becomes an objective of its own. */
    private List<ExperimentObjective> limited(String pointer, ObjectiveRequest request, ExperimentObjective figure) {
        boolean up = figure.direction() == Direction.MAXIMIZE;
        var floor = finite(pointer + "/atLeast", request.atLeast());
        var ceiling = finite(pointer + "/atMost", request.atMost());
        boolean improved = request.improve() == null ? floor == null && ceiling == null : request.improve();
        var limit = up ? floor : ceiling;
        var against = up ? ceiling : floor;
        faults.unless(
                improved || limit != null || against != null,
                pointer + "/improve",
                "The objective (%s) is neither improved nor limited. Maybe give it atMost or atLeast."
                        .formatted(figure.name()));
        var objectives = new ArrayList<ExperimentObjective>();
        if (improved || limit != null) {
            objectives.add(with(figure, figure.name(), figure.direction(), limit, improved));
        }
        if (against != null) {
            var name = figure.name() + (up ? " (at most)" : " (at least)");
            objectives.add(with(figure, name, up ? Direction.MINIMIZE : Direction.MAXIMIZE, against, false));
        }
        return objectives;
    }

    private @Nullable Double finite(String pointer, @Nullable Double limit) {
        boolean fine = limit == null || Double.isFinite(limit);
        faults.unless(fine, pointer, "The limit (%s) is no number.".formatted(limit));
        return fine ? limit : null;
    }

    private static ExperimentObjective with(
            ExperimentObjective figure, String name, Direction direction, @Nullable Double limit, boolean improved) {
        return new ExperimentObjective(
                name, figure.task(), figure.figure(), direction, limit, improved, figure.weight());
    }
}
