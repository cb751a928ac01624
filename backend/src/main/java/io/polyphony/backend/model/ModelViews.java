package io.polyphony.backend.model;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.dataset.WindowSpec;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.metrics.MetricPoint;
import io.polyphony.backend.metrics.MetricStore;
import io.polyphony.backend.metrics.TaskMetric;
import io.polyphony.backend.trial.TrialStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Models as people see them. Within the caller's transaction. */
@ApplicationScoped
class ModelViews {
    private final TrialStore trials;
    private final ExperimentStore experiments;
    private final MetricStore metrics;

    ModelViews(TrialStore trials, ExperimentStore experiments, MetricStore metrics) {
        this.trials = trials;
        this.experiments = experiments;
        this.metrics = metrics;
    }

    ModelView of(Model model) {
        var experiment = experiments.find(model.experiment()).orElseThrow();
        var trial = trials.find(model.trial()).orElseThrow();
        return new ModelView(
                model.id(),
                model.project(),
                experiment.id(),
                experiment.name(),
                trial.id(),
                trial.number(),
                model.members().stream().map(this::view).toList(),
                model.averaging(),
                model.name(),
                experiment.tasks(),
                experiment.plan().inputs(),
                ahead(experiment.plan().split().windows()),
                model.test(),
                model.validation().isEmpty() ? validation(trial.id()) : model.validation(),
                model.intervals(),
                model.temperatures(),
                model.thresholds(),
                model.testRows(),
                model.look(),
                model.provenance(),
                model.serving(),
                model.createdAt());
    }

    private static List<String> ahead(@Nullable WindowSpec windows) {
        return windows == null ? List.of() : windows.aheadColumns();
    }

    private MemberView view(ModelMember member) {
        var trial = trials.find(member.trial()).orElseThrow();
        return new MemberView(trial.id(), trial.number(), trial.label(), member.weights());
    }

    private Map<String, Map<String, Double>> validation(TrialId trial) {
        var validation = new TreeMap<String, Map<String, Double>>();
        for (TaskMetric metric : metrics.summaries(List.of(trial)).getOrDefault(trial, List.of())) {
            if (!metric.task().isEmpty()
                    && metric.split().equals(MetricPoint.VALIDATION)
                    && !metric.name().equals(MetricPoint.LOSS)) {
                validation.computeIfAbsent(metric.task(), _ -> new TreeMap<>()).put(metric.name(), metric.atBest());
            }
        }
        return validation;
    }
}
