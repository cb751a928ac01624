package io.polyphony.backend.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.VariantId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditLog;
import io.polyphony.backend.security.Role;
import io.polyphony.engine.export.OnnxFile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** The variants of this installation's models. */
@ApplicationScoped
@Transactional
class Variants implements VariantService {
    private final VariantStore store;
    private final ModelStore models;
    private final ExperimentStore experiments;
    private final Committee committee;
    private final VariantWorkshop workshop;
    private final VariantBundles bundles;
    private final Oracle oracle;
    private final Access access;
    private final AuditLog audit;

    Variants(
            VariantStore store,
            ModelStore models,
            ExperimentStore experiments,
            Committee committee,
            VariantWorkshop workshop,
            VariantBundles bundles,
            Oracle oracle,
            Access access,
            AuditLog audit) {
        this.store = store;
        this.models = models;
        this.experiments = experiments;
        this.committee = committee;
        this.workshop = workshop;
        this.bundles = bundles;
        this.oracle = oracle;
        this.access = access;
        this.audit = audit;
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Variant make(Actor actor, ModelId model, VariantRequest request) {
        var order = QuarkusTransaction.requiringNew().call(() -> order(actor, model, request));
        workshop.make(order);
        return QuarkusTransaction.requiringNew()
                .call(() -> store.find(order.variant()).orElseThrow());
    }

    private VariantWorkshop.Order order(Actor actor, ModelId id, VariantRequest request) {
        var model = visible(actor, id);
        access.require(actor, model.project(), Role.RUNNER, "model", id);
        var plan = VariantPlanner.plan(request);
        var experiment = experiments.find(model.experiment()).orElseThrow();
        requireTeachable(experiment, plan);
        var folds = committee.folds(model).stream()
                .map(fold -> OperatingPoints.decided(fold, model.thresholds()))
                .toList();
        var variant = VariantId.next();
        store.add(variant, id, plan);
        if (plan.kind() == VariantKind.REFIT) {
            models.look(actor, model.experiment(), model.trial());
        }
        audit.record(
                actor,
                "model.variant",
                id,
                model.project(),
                Map.of("variant", variant.toString(), "kind", plan.kind().label()));
        return new VariantWorkshop.Order(variant, model, plan, experiment, committee.trials(model), folds);
    }

    private static void requireTeachable(Experiment experiment, VariantPlan plan) {
        if (plan.kind() == VariantKind.DISTILLED) {
            experiment.tasks().stream()
                    .filter(task -> task.type().onPictures())
                    .map(ExperimentTask::name)
                    .findFirst()
                    .ifPresent(task -> {
                        throw Invalid.field(
                                "/kind",
                                "The task (%s) is answered on pictures, and so has no teacher. Maybe prune the model instead."
                                        .formatted(task));
                    });
        }
    }

    @Override
    public List<Variant> of(Actor actor, ModelId model) {
        visible(actor, model);
        return store.of(model);
    }

    @Override
    public List<Map<String, Prediction>> predict(
            Actor actor,
            ModelId id,
            VariantId variant,
            List<Map<String, JsonNode>> rows,
            Map<String, Map<String, Double>> thresholds) {
        var model = visible(actor, id);
        var bundle = bundles.find(known(id, variant).id()).orElseThrow(() -> unready(id, variant));
        var experiment = experiments.find(model.experiment()).orElseThrow();
        return oracle.predict(bundle, OperatingPoints.of(bundle), experiment, rows, thresholds);
    }

    @Override
    public ExportedFile bundle(Actor actor, ModelId id, VariantId variant) {
        var name = download(actor, id, variant);
        return new ExportedFile(name + ".zip", store.bundle(variant).orElseThrow(() -> unready(id, variant)));
    }

    @Override
    public ExportedFile onnx(Actor actor, ModelId id, VariantId variant) {
        var name = download(actor, id, variant);
        var members =
                bundles.find(variant).orElseThrow(() -> unready(id, variant)).members();
        if (members.size() > 1) {
            throw new Conflict(
                    "The variant has %d networks, but an ONNX file holds one. Maybe take the bundle, which has each as ONNX."
                            .formatted(members.size()));
        }
        return new ExportedFile(name + ".onnx", OnnxFile.of(members.getFirst().network()));
    }

    /** The name of the file without its end. */
    private String download(Actor actor, ModelId id, VariantId variant) {
        var model = visible(actor, id);
        var known = known(id, variant);
        audit.record(actor, "model.download", id, model.project(), Map.of("variant", variant.toString()));
        var name = "%s-%s".formatted(model.name(), known.plan().kind().label());
        return name.replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    private Variant known(ModelId id, VariantId variant) {
        return store.find(variant)
                .filter(one -> one.model().equals(id))
                .orElseThrow(() -> NotFound.of("variant", variant));
    }

    private Conflict unready(ModelId id, VariantId variant) {
        var known = known(id, variant);
        return new Conflict("The variant (%s) is %s. Maybe wait until it is ready, or make it again."
                .formatted(known.plan().kind().label(), known.state()));
    }

    private Model visible(Actor actor, ModelId id) {
        var model = models.find(id).orElseThrow(() -> NotFound.of("model", id));
        access.require(actor, model.project(), Role.VIEWER, "model", id);
        return model;
    }
}
