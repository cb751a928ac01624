package io.polyphony.backend.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polyphony.backend.common.Cursor;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditLog;
import io.polyphony.backend.security.Role;
import io.polyphony.engine.explanation.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The models of this installation. */
@ApplicationScoped
@Transactional
class Models implements ModelService {
    private final ModelStore store;
    private final EvaluationStore evaluations;
    private final ExperimentStore experiments;
    private final Promoter promoter;
    private final Committee committee;
    private final Oracle oracle;
    private final Explanations explanations;
    private final Reasons reasons;
    private final Contest contest;
    private final ModelViews views;
    private final Access access;
    private final AuditLog audit;
    private final ObjectMapper json;

    Models(
            ModelStore store,
            EvaluationStore evaluations,
            ExperimentStore experiments,
            Promoter promoter,
            Committee committee,
            Oracle oracle,
            Explanations explanations,
            Reasons reasons,
            Contest contest,
            ModelViews views,
            Access access,
            AuditLog audit,
            ObjectMapper json) {
        this.store = store;
        this.evaluations = evaluations;
        this.experiments = experiments;
        this.promoter = promoter;
        this.committee = committee;
        this.oracle = oracle;
        this.explanations = explanations;
        this.reasons = reasons;
        this.contest = contest;
        this.views = views;
        this.access = access;
        this.audit = audit;
        this.json = json;
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ModelView promote(Actor actor, TrialId id, @Nullable String name) {
        return promoter.promote(actor, id, name);
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ModelView promoteEnsemble(Actor actor, ExperimentId id, @Nullable String name, Combination how) {
        return promoter.promoteEnsemble(actor, id, name, how);
    }

    @Override
    public Page<ModelView> list(Actor actor, @Nullable ProjectId project, PageRequest page) {
        if (project != null) {
            access.require(actor, project, Role.VIEWER);
        }
        var projects = project == null ? access.visibleProjects(actor) : Set.of(project);
        return page.page(store.page(projects, page), model -> Cursor.of(model.id()))
                .map(views::of);
    }

    @Override
    public ModelView get(Actor actor, ModelId id) {
        return views.of(visible(actor, id));
    }

    @Override
    public Optional<ModelView> ofTrial(Actor actor, TrialId id) {
        return store.ofTrial(id).map(model -> {
            access.require(actor, model.project(), Role.VIEWER, "trial", id);
            return views.of(model);
        });
    }

    @Override
    public List<Map<String, Prediction>> predict(
            Actor actor, ModelId id, List<Map<String, JsonNode>> rows, Map<String, Map<String, Double>> thresholds) {
        var model = visible(actor, id);
        var experiment = experiments.find(model.experiment()).orElseThrow();
        return oracle.predict(committee.bundle(model), model.thresholds(), experiment, rows, thresholds);
    }

    @Override
    public ModelView decide(Actor actor, ModelId id, Map<String, Map<String, Double>> thresholds) {
        var model = visible(actor, id);
        access.require(actor, model.project(), Role.RUNNER, "model", id);
        var points = OperatingPoints.moved(committee.bundle(model), model.thresholds(), thresholds);
        store.decide(id, points);
        audit.record(actor, "model.decide", id, model.project(), Map.of("thresholds", points));
        return get(actor, id);
    }

    @Override
    public Evaluation evaluation(Actor actor, ModelId id) {
        var model = visible(actor, id);
        return evaluations
                .find(id)
                .orElseThrow(() -> new NotFound(
                        "The model (%s) was promoted before evaluations were kept in full. Maybe promote another trial."
                                .formatted(model.name())));
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ModelDifference compare(Actor actor, ModelId first, ModelId second) {
        return contest.between(actor, first, second);
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public RowReason explain(Actor actor, ModelId id, List<Map<String, JsonNode>> rows, Question question) {
        return reasons.of(actor, id, rows, question);
    }

    @Override
    public ModelFile file(Actor actor, ModelId id) {
        var model = visible(actor, id);
        var bundle = OperatingPoints.decided(committee.bundle(model, card(views.of(model))), model.thresholds());
        audit.record(actor, "model.download", id, model.project(), Map.of());
        return new ModelFile(model.name().replaceAll("[^A-Za-z0-9._-]+", "-") + ".zip", bundle);
    }

    @Override
    public ExplanationView explanation(Actor actor, ModelId id) {
        return explanations.of(visible(actor, id));
    }

    private String card(ModelView model) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(model);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The model (%s) cannot be written as JSON.".formatted(model.id()), e);
        }
    }

    private Model visible(Actor actor, ModelId id) {
        var model = store.find(id).orElseThrow(() -> NotFound.of("model", id));
        access.require(actor, model.project(), Role.VIEWER, "model", id);
        return model;
    }
}
