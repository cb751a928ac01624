package io.polyphony.backend.model;

import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditLog;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.engine.evaluation.Bootstrap;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.Bundle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Lets two models answer the same sealed test rows, which is a look at them, and tells whether one is better by more than chance. */
@ApplicationScoped
class Contest {
    private static final String METHOD =
            "paired percentile bootstrap over rows, those drawn together that belong together, 95 %, seeded";

    private final ModelStore store;
    private final ExperimentStore experiments;
    private final ExperimentRows rows;
    private final Committee committee;
    private final Access access;
    private final AuditLog audit;

    Contest(
            ModelStore store,
            ExperimentStore experiments,
            ExperimentRows rows,
            Committee committee,
            Access access,
            AuditLog audit) {
        this.store = store;
        this.experiments = experiments;
        this.rows = rows;
        this.committee = committee;
        this.access = access;
        this.audit = audit;
    }

    private record Rivals(Model model, Experiment experiment, Bundle first, Bundle second) {}

    /** Takes seconds: holds no transaction while it does. */
    ModelDifference between(Actor actor, ModelId first, ModelId second) {
        var rivals = QuarkusTransaction.requiringNew().call(() -> rivals(actor, first, second));
        var source = rows.of(rivals.experiment());
        var sealed = source.split().test();
        var differences = differences(
                rivals.first().predict(source.table(), sealed),
                rivals.second().predict(source.table(), sealed),
                source.clusters(sealed));
        int look = QuarkusTransaction.requiringNew().call(() -> logged(actor, rivals.model(), second));
        return new ModelDifference(first, second, sealed.length, look, METHOD, differences);
    }

    private Rivals rivals(Actor actor, ModelId first, ModelId second) {
        var one = model(actor, first);
        var other = model(actor, second);
        if (first.equals(second) || !one.experiment().equals(other.experiment())) {
            throw Invalid.field(
                    "/with",
                    "The models (%s) and (%s) must be two of one experiment, since only these share their test rows. Maybe choose another one."
                            .formatted(one.name(), other.name()));
        }
        return new Rivals(
                one, experiments.find(one.experiment()).orElseThrow(), committee.bundle(one), committee.bundle(other));
    }

    private Model model(Actor actor, ModelId id) {
        var model = store.find(id).orElseThrow(() -> NotFound.of("model", id));
        access.require(actor, model.project(), Role.RUNNER, "model", id);
        return model;
    }

    private static Map<String, Map<String, Bootstrap.Difference>> differences(
            Map<String, TaskPredictions> first, Map<String, TaskPredictions> second, int[] clusters) {
        var differences = new LinkedHashMap<String, Map<String, Bootstrap.Difference>>();
        first.forEach((task, own) -> {
            var other = Objects.requireNonNull(second.get(task));
            differences.put(task, Bootstrap.usual(own).differences(own, other, clusters));
        });
        return differences;
    }

    private int logged(Actor actor, Model model, ModelId other) {
        int look = store.look(actor, model.experiment(), model.trial());
        audit.record(
                actor, "model.compare", model.id(), model.project(), Map.of("with", other.toString(), "look", look));
        return look;
    }
}
