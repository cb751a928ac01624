package io.polyphony.backend.metrics;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.backend.experiment.Measure;
import io.polyphony.backend.trial.Attempt;
import io.polyphony.backend.trial.Measurements;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.evaluation.MetricInfo;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.training.BesideReport;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.engine.training.GradientReport;
import io.polyphony.engine.training.TaskReport;
import io.polyphony.hpo.trial.Direction;
import io.polyphony.hpo.trial.Report;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes down what trials measure. */
@ApplicationScoped
class MetricRecorder implements Measurements {
    private static final List<String> LOWER_IS_BETTER = Stream.concat(
                    Stream.of(MetricPoint.LOSS),
                    Stream.of(TaskType.values())
                            .flatMap(type -> Metrics.forType(type).stream())
                            .filter(metric -> !metric.higherIsBetter())
                            .map(MetricInfo::name))
            .distinct()
            .toList();

    private final MetricStore store;

    MetricRecorder(MetricStore store) {
        this.store = store;
    }

    @Override
    public void record(Attempt attempt, EpochReport report, boolean best) {
        var points = new ArrayList<MetricPoint>();
        points.add(new MetricPoint("", MetricPoint.TRAIN, MetricPoint.LOSS, report.totalLoss(), false));
        points.add(new MetricPoint("", MetricPoint.TRAIN, MetricPoint.LEARNING_RATE, report.learningRate(), true));
        points.add(new MetricPoint("", MetricPoint.VALIDATION, MetricPoint.SCORE, report.score(), true));
        report.tasks().forEach((task, measured) -> points.addAll(points(task, measured)));
        var gradients = report.gradients();
        if (gradients != null) {
            points.addAll(points(gradients));
        }
        points.addAll(beside(MetricPoint.TRAIN, report.beside().train()));
        points.addAll(beside(MetricPoint.VALIDATION, report.beside().validation()));
        store.add(attempt, report.epoch(), points, best);
    }

    private static List<MetricPoint> points(String task, TaskReport measured) {
        var points = new ArrayList<MetricPoint>();
        points.add(new MetricPoint(task, MetricPoint.TRAIN, MetricPoint.LOSS, measured.trainLoss(), false));
        points.add(new MetricPoint(task, MetricPoint.TRAIN, MetricPoint.WEIGHT, measured.lossWeight(), true));
        points.add(new MetricPoint(task, MetricPoint.VALIDATION, MetricPoint.LOSS, measured.validationLoss(), false));
        measured.metrics()
                .forEach((name, value) -> points.add(new MetricPoint(
                        task,
                        MetricPoint.VALIDATION,
                        name,
                        value,
                        Metrics.info(name).higherIsBetter())));
        return points;
    }

    private static List<MetricPoint> beside(String split, Map<String, Double> means) {
        var points = new ArrayList<MetricPoint>();
        means.forEach((name, mean) -> {
            var slowed = BesideReport.modulated(name);
            points.add(
                    slowed.isPresent()
                            ? new MetricPoint("", split, MetricPoint.MODULATION + slowed.get(), mean, true)
                            : new MetricPoint("", split, MetricPoint.BESIDE_LOSS + name, mean, false));
        });
        return points;
    }

    private static List<MetricPoint> points(GradientReport gradients) {
        var points = new ArrayList<MetricPoint>();
        points.add(new MetricPoint("", MetricPoint.TRAIN, MetricPoint.GRADIENT_SAMPLES, gradients.samples(), true));
        gradients
                .norms()
                .forEach((task, norm) ->
                        points.add(new MetricPoint(task, MetricPoint.TRAIN, MetricPoint.GRADIENT_NORM, norm, true)));
        points.addAll(pairs(MetricPoint.GRADIENT_COSINE, gradients.cosines()));
        points.addAll(pairs(MetricPoint.GRADIENT_CONFLICT, gradients.conflicts()));
        return points;
    }

    private static List<MetricPoint> pairs(String name, Map<String, Map<String, Double>> pairs) {
        var points = new ArrayList<MetricPoint>();
        pairs.forEach((task, others) -> others.forEach(
                (other, value) -> points.add(new MetricPoint(task, MetricPoint.TRAIN, name + other, value, true))));
        return points;
    }

    @Override
    public void keep(Attempt attempt, List<Kept> kept) {
        if (!kept.isEmpty()) {
            store.keep(attempt, kept);
        }
    }

    @Override
    public Optional<Best> dropBehind(TrialId trial, int epoch) {
        return store.dropBehind(trial, epoch, LOWER_IS_BETTER).map(score -> new Best(score.bestStep(), score.best()));
    }

    @Override
    public void record(TrialId trial, List<ExperimentObjective> objectives, List<Double> values) {
        var points = IntStream.range(0, values.size())
                .mapToObj(k -> new MetricPoint(
                        task(objectives.get(k)),
                        MetricPoint.VALIDATION,
                        objectives.get(k).figure(),
                        values.get(k),
                        objectives.get(k).direction() == Direction.MAXIMIZE))
                .distinct()
                .toList();
        store.add(new Attempt(trial, 0), 1, points, true);
    }

    @Override
    public void record(TrialId trial, int epoch, Map<Measure, Double> measures) {
        if (!measures.isEmpty()) {
            var named = new HashMap<String, Double>();
            measures.forEach((measure, value) -> named.put(measure.label(), value));
            store.measure(trial, Math.max(1, epoch), named);
        }
    }

    @Override
    public Map<TrialId, List<Report>> reports(Collection<TrialId> trials, List<ExperimentObjective> objectives) {
        var reports = store.reports(
                trials,
                objectives.stream()
                        .map(objective -> Map.entry(task(objective), objective.figure()))
                        .toList());
        if (objectives.stream().allMatch(objective -> objective.measure().isEmpty())) {
            return reports;
        }
        var values = values(reports.keySet(), objectives);
        reports.replaceAll((trial, told) -> told.stream()
                .map(report -> filled(report, values.getOrDefault(trial, report.values()), objectives))
                .toList());
        return reports;
    }

    private static Report filled(Report report, List<Double> values, List<ExperimentObjective> objectives) {
        return new Report(
                report.step(),
                IntStream.range(0, values.size())
                        .mapToObj(k -> objectives.get(k).measure().isPresent()
                                ? values.get(k)
                                : report.values().get(k))
                        .toList());
    }

    @Override
    public Map<TrialId, List<Double>> values(Collection<TrialId> trials, List<ExperimentObjective> objectives) {
        var values = new HashMap<TrialId, List<Double>>();
        store.summaries(trials)
                .forEach((trial, metrics) -> values.put(
                        trial,
                        objectives.stream()
                                .map(objective -> kept(metrics, objective))
                                .toList()));
        return values;
    }

    private static double kept(List<TaskMetric> metrics, ExperimentObjective objective) {
        return metrics.stream()
                .filter(metric -> metric.split().equals(MetricPoint.VALIDATION))
                .filter(metric ->
                        metric.task().equals(task(objective)) && metric.name().equals(objective.figure()))
                .mapToDouble(TaskMetric::atBest)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** What belongs to the trial as a whole has no task. */
    private static String task(ExperimentObjective objective) {
        return Objects.requireNonNullElse(objective.task(), "");
    }
}
