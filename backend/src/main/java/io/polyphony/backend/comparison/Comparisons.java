package io.polyphony.backend.comparison;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.ExperimentService;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.backend.experiment.Measure;
import io.polyphony.backend.metrics.MetricPoint;
import io.polyphony.backend.metrics.MetricStore;
import io.polyphony.backend.metrics.TaskMetric;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.trial.TrialOrigin;
import io.polyphony.backend.trial.TrialService;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialView;
import io.polyphony.hpo.analysis.ImportanceMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Trials side by side, out of the summaries of their metrics. */
@ApplicationScoped
@Transactional
class Comparisons implements ComparisonService {
    private final ExperimentService experiments;
    private final ExperimentStore store;
    private final TrialService trials;
    private final MetricStore metrics;
    private final Fronts fronts;

    Comparisons(
            ExperimentService experiments,
            ExperimentStore store,
            TrialService trials,
            MetricStore metrics,
            Fronts fronts) {
        this.experiments = experiments;
        this.store = store;
        this.trials = trials;
        this.metrics = metrics;
        this.fronts = fronts;
    }

    @Override
    public Comparison whole(Actor actor, ExperimentId experiment) {
        var view = experiments.get(actor, experiment);
        var all = new ArrayList<TrialView>();
        var page = trials.page(actor, experiment, null, PageRequest.first(PageRequest.MAX_LIMIT));
        all.addAll(page.items());
        while (page.next() != null) {
            page = trials.page(actor, experiment, null, PageRequest.of(PageRequest.MAX_LIMIT, page.next()));
            all.addAll(page.items());
        }
        return comparison(view, new Page<>(all, null), front(experiment));
    }

    @Override
    public Comparison compare(Actor actor, ExperimentId experiment, PageRequest page) {
        var view = experiments.get(actor, experiment);
        return comparison(view, trials.page(actor, experiment, null, page), front(experiment));
    }

    @Override
    public Comparison pareto(Actor actor, ExperimentId experiment) {
        var view = experiments.get(actor, experiment);
        var front = front(experiment);
        var rows = front.stream()
                .map(trial -> trials.get(actor, trial))
                .sorted(Comparator.comparingInt(TrialView::number))
                .toList();
        return comparison(view, new Page<>(rows, null), front);
    }

    @Override
    public Insight insight(Actor actor, ExperimentId id, ImportanceMethod method) {
        experiments.get(actor, id);
        var experiment = store.find(id).orElseThrow();
        return new Insights(experiment, fronts.completed(experiment)).by(method);
    }

    private Set<TrialId> front(ExperimentId id) {
        return fronts.of(store.find(id).orElseThrow());
    }

    private Comparison comparison(ExperimentView experiment, Page<TrialView> page, Set<TrialId> front) {
        var summaries =
                metrics.summaries(page.items().stream().map(TrialView::id).toList());
        var rows = page.items().stream()
                .map(trial -> row(
                        experiment, trial, summaries.getOrDefault(trial.id(), List.of()), front.contains(trial.id())))
                .toList();
        return new Comparison(experiment, rows, page.next());
    }

    private static TrialRow row(ExperimentView experiment, TrialView trial, List<TaskMetric> metrics, boolean pareto) {
        var cells = new LinkedHashMap<String, TaskCell>();
        for (var task : experiment.tasks()) {
            if (trial.tasks().contains(task.name())) {
                cells.put(
                        task.name(),
                        cell(
                                task,
                                metrics.stream()
                                        .filter(metric -> metric.task().equals(task.name()))
                                        .toList()));
            }
        }
        return new TrialRow(trial, cells, measures(metrics), score(trial), pareto);
    }

    private static Map<String, Double> measures(List<TaskMetric> metrics) {
        var measures = new TreeMap<String, Double>();
        metrics.stream()
                .filter(metric ->
                        metric.task().isEmpty() && Measure.named(metric.name()).isPresent())
                .forEach(metric -> measures.put(metric.name(), metric.atBest()));
        return measures;
    }

    private static TaskCell cell(ExperimentTask task, List<TaskMetric> metrics) {
        Map<String, TaskMetric> validation = metrics.stream()
                .filter(metric -> metric.split().equals(MetricPoint.VALIDATION))
                .filter(metric -> !metric.name().equals(MetricPoint.LOSS))
                .collect(Collectors.toMap(TaskMetric::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        var main = Optional.ofNullable(validation.get(task.metric()));
        return new TaskCell(
                task.metric(),
                main.map(TaskMetric::best).orElse(null),
                main.map(TaskMetric::last).orElse(null),
                main.map(TaskMetric::atBest).orElse(null),
                kept(metrics, MetricPoint.TRAIN, MetricPoint.LOSS),
                kept(metrics, MetricPoint.VALIDATION, MetricPoint.LOSS),
                kept(metrics, MetricPoint.TRAIN, MetricPoint.WEIGHT),
                validation);
    }

    private static @Nullable Double kept(List<TaskMetric> metrics, String split, String name) {
        return metrics.stream()
                .filter(metric -> metric.split().equals(split) && metric.name().equals(name))
                .map(TaskMetric::atBest)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Double score(TrialView trial) {
        boolean ranked = trial.origin() != TrialOrigin.REFEREE && trial.state() == TrialState.COMPLETED;
        return ranked ? trial.score() : null;
    }
}
