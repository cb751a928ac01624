package io.polyphony.backend.trial.running;

import static java.util.Objects.requireNonNull;

import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.backend.experiment.Measure;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.TrainedTrial;
import io.polyphony.engine.export.Latency;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.hpo.trial.Objective;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a trial is measured by as a whole.
 *
 * @param values those that are known
 */
record Figures(Map<Measure, Double> values) {
    static final Figures NONE = new Figures(Map.of());

    private static final double MEGABYTE = 1e6;
    /** A machine that is busy is slower: only what is well beyond a limit of time is given up before its end. */
    private static final double BUSY = 0.25;

    /** What it takes to keep and to ask the networks. Takes a second, so it must hold no transaction. */
    static Figures of(TrainedTrial trained, ExperimentRows.Rows rows) {
        var bundle = trained.bundle("{}");
        var values = new EnumMap<Measure, Double>(Measure.class);
        values.put(
                Measure.LATENCY,
                Latency.single(bundle, rows.table(), rows.split().validation()));
        values.put(Measure.SIZE, bundle.size() / MEGABYTE);
        values.put(Measure.PARAMETERS, (double) bundle.parameters());
        return new Figures(values);
    }

    /** Whether a search needs to know what its networks cost before they are trained. */
    static boolean wanted(List<ExperimentObjective> objectives) {
        return objectives.stream()
                .flatMap(objective -> objective.measure().stream())
                .anyMatch(Measure::ofNetwork);
    }

    Figures with(Measure measure, double value) {
        var more = new EnumMap<Measure, Double>(Measure.class);
        more.putAll(values);
        more.put(measure, value);
        return new Figures(more);
    }

    /** One value per objective after an epoch; NaN where there is none. */
    List<Double> after(EpochReport report, List<ExperimentObjective> objectives) {
        return objectives.stream()
                .map(objective -> objective
                        .measure()
                        .map(measure -> values.getOrDefault(measure, Double.NaN))
                        .orElseGet(() -> metric(report, objective)))
                .toList();
    }

    private static Double metric(EpochReport report, ExperimentObjective objective) {
        var task = report.tasks().get(objective.task());
        return task == null ? Double.NaN : task.metrics().getOrDefault(objective.figure(), Double.NaN);
    }

    /** Why the trial cannot keep to a limit, however long it is trained. */
    Optional<String> beyond(List<ExperimentObjective> objectives) {
        return objectives.stream()
                .flatMap(objective -> beyond(objective).stream())
                .findFirst();
    }

    private Optional<String> beyond(ExperimentObjective objective) {
        var limit = objective.limit();
        return objective
                .measure()
                .map(values::get)
                .filter(value -> limit != null && misses(objective, value))
                .map(value -> "%s of %s, but the limit is %s."
                        .formatted(objective.figure(), figure(value), figure(requireNonNull(limit))));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : "%.3g", value);
    }

    private static boolean misses(ExperimentObjective objective, double value) {
        boolean time =
                List.of(Measure.LATENCY.label(), Measure.TRAINING.label()).contains(objective.figure());
        return Objective.violation(List.of(objective.objective()), List.of(value)) > (time ? BUSY : 0);
    }
}
