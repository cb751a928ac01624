package io.polyphony.backend.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.backend.common.Cursor;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.metrics.MetricPoint;
import io.polyphony.backend.metrics.MetricStore;
import io.polyphony.backend.metrics.TaskMetric;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The models of this installation. */
@ApplicationScoped
@Transactional
class Models implements ModelService {
    private final ModelStore store;
    private final TrialStore trials;
    private final ExperimentStore experiments;
    private final MetricStore metrics;
    private final Promotion promotion;
    private final Assembly assembly;
    private final Oracle oracle;
    private final Access access;

    Models(
            ModelStore store,
            TrialStore trials,
            ExperimentStore experiments,
            MetricStore metrics,
            Promotion promotion,
            Assembly assembly,
            Oracle oracle,
            Access access) {
        this.store = store;
        this.trials = trials;
        this.experiments = experiments;
        this.metrics = metrics;
        this.promotion = promotion;
        this.assembly = assembly;
        this.oracle = oracle;
        this.access = access;
    }

    @Override
    public ModelView promote(Actor actor, TrialId id, @Nullable String name) {
        var trial = trials.find(id).orElseThrow(() -> NotFound.of("trial", id));
        // The row lock lets two promotions of one trial come one after the other: the second finds the first one's
        // model.
        var experiment = experiments.lock(trial.experiment()).orElseThrow();
        access.require(actor, experiment.project(), Role.RUNNER, "trial", id);
        var model = store.ofTrial(id).orElseGet(() -> promotion.promote(actor, experiment, trial, name));
        return view(model, experiment, trial);
    }

    @Override
    public ModelView promoteEnsemble(Actor actor, ExperimentId id, @Nullable String name) {
        var experiment = experiments.lock(id).orElseThrow(() -> NotFound.of("experiment", id));
        access.require(actor, experiment.project(), Role.RUNNER, "experiment", id);
        var chosen = assembly.choose(experiment);
        return view(store.ensembleOf(id)
                .filter(model -> Set.copyOf(model.members()).equals(Set.copyOf(chosen.members())))
                .orElseGet(() -> promotion.promote(actor, experiment, chosen, name)));
    }

    @Override
    public Page<ModelView> list(Actor actor, @Nullable ProjectId project, PageRequest page) {
        if (project != null) {
            access.require(actor, project, Role.VIEWER);
        }
        var projects = project == null ? access.visibleProjects(actor) : Set.of(project);
        return page.page(store.page(projects, page), model -> Cursor.of(model.id()))
                .map(this::view);
    }

    @Override
    public ModelView get(Actor actor, ModelId id) {
        return view(visible(actor, id));
    }

    @Override
    public Optional<ModelView> ofTrial(Actor actor, TrialId id) {
        return store.ofTrial(id).map(model -> {
            access.require(actor, model.project(), Role.VIEWER, "trial", id);
            return view(model);
        });
    }

    @Override
    public List<Map<String, Prediction>> predict(Actor actor, ModelId id, List<Map<String, JsonNode>> rows) {
        var model = visible(actor, id);
        return oracle.predict(model, experiments.find(model.experiment()).orElseThrow(), rows);
    }

    private Model visible(Actor actor, ModelId id) {
        var model = store.find(id).orElseThrow(() -> NotFound.of("model", id));
        access.require(actor, model.project(), Role.VIEWER, "model", id);
        return model;
    }

    private ModelView view(Model model) {
        return view(
                model,
                experiments.find(model.experiment()).orElseThrow(),
                trials.find(model.trial()).orElseThrow());
    }

    private ModelView view(Model model, Experiment experiment, Trial trial) {
        return new ModelView(
                model.id(),
                model.project(),
                experiment.id(),
                experiment.name(),
                trial.id(),
                trial.number(),
                model.members().stream().map(this::view).toList(),
                model.name(),
                experiment.tasks(),
                experiment.plan().inputs(),
                model.test(),
                model.members().isEmpty() ? validation(trial.id()) : model.validation(),
                model.testRows(),
                model.look(),
                model.provenance(),
                model.createdAt());
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
