package io.polyphony.backend.model;

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
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.OnnxFile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final Access access;
    private final AuditLog audit;

    Variants(
            VariantStore store,
            ModelStore models,
            ExperimentStore experiments,
            Committee committee,
            VariantWorkshop workshop,
            Access access,
            AuditLog audit) {
        this.store = store;
        this.models = models;
        this.experiments = experiments;
        this.committee = committee;
        this.workshop = workshop;
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
        requireJudges(model);
        var bundle = OperatingPoints.decided(committee.bundle(model), model.thresholds());
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
        return new VariantWorkshop.Order(variant, model, plan, experiment, bundle);
    }

    /** A variant is measured on validation rows, which the networks of folds have learned from; a refit would teach them nothing new. */
    private void requireJudges(Model model) {
        if (committee.folds(model).size() > 1) {
            throw new Conflict(
                    "The model (%s) was trained in folds, whose networks know all rows that could judge a variant or teach a refit. Maybe promote a trial of an experiment without folds."
                            .formatted(model.name()));
        }
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
    public ExportedFile bundle(Actor actor, ModelId id, VariantId variant) {
        var found = found(actor, id, variant);
        return new ExportedFile(found.name() + ".zip", found.bytes());
    }

    @Override
    public ExportedFile onnx(Actor actor, ModelId id, VariantId variant) {
        var found = found(actor, id, variant);
        var members = read(found.bytes()).members();
        if (members.size() > 1) {
            throw new Conflict(
                    "The variant has %d networks, but an ONNX file holds one. Maybe take the bundle, which has each as ONNX."
                            .formatted(members.size()));
        }
        return new ExportedFile(
                found.name() + ".onnx", OnnxFile.of(members.getFirst().network()));
    }

    private ExportedFile found(Actor actor, ModelId id, VariantId variant) {
        var model = visible(actor, id);
        var known = store.find(variant)
                .filter(one -> one.model().equals(id))
                .orElseThrow(() -> NotFound.of("variant", variant));
        var bytes = store.bundle(variant)
                .orElseThrow(
                        () -> new Conflict("The variant (%s) is %s. Maybe wait until it is ready, or make it again."
                                .formatted(known.plan().kind().label(), known.state())));
        audit.record(actor, "model.download", id, model.project(), Map.of("variant", variant.toString()));
        var name = "%s-%s".formatted(model.name(), known.plan().kind().label());
        return new ExportedFile(name.replaceAll("[^A-Za-z0-9._-]+", "-"), bytes);
    }

    private Model visible(Actor actor, ModelId id) {
        var model = models.find(id).orElseThrow(() -> NotFound.of("model", id));
        access.require(actor, model.project(), Role.VIEWER, "model", id);
        return model;
    }

    private static Bundle read(byte[] bytes) {
        try {
            return Bundle.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("The stored variant cannot be read.", e);
        }
    }
}
