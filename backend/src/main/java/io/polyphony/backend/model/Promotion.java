package io.polyphony.backend.model;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.DbClock;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.event.EventLog;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditLog;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.Networks;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.WeightStore;
import io.polyphony.engine.export.TrainedModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a model of a trial: the one place where the test split is looked at. */
@ApplicationScoped
class Promotion {
    private final ModelStore store;
    private final WeightStore weights;
    private final Networks networks;
    private final ExperimentRows rows;
    private final AuditLog audit;
    private final EventLog events;
    private final DbClock clock;

    Promotion(
            ModelStore store,
            WeightStore weights,
            Networks networks,
            ExperimentRows rows,
            AuditLog audit,
            EventLog events,
            DbClock clock) {
        this.store = store;
        this.weights = weights;
        this.networks = networks;
        this.rows = rows;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Model promote(Actor actor, Experiment experiment, Trial trial, @Nullable String name) {
        var network = network(trial);
        int look = store.look(actor, experiment.id(), trial.id());
        var source = rows.of(experiment);
        var test = network.evaluate(source.table(), source.split().test());
        var provenance = new LinkedHashMap<String, Object>(trial.provenance());
        provenance.put("assignment", trial.assignment().values());
        provenance.put("trial", trial.number());
        var model = new Model(
                ModelId.next(),
                experiment.project(),
                experiment.id(),
                trial.id(),
                name == null || name.isBlank() ? "%s #%d".formatted(experiment.name(), trial.number()) : name.strip(),
                source.split().test().length,
                test,
                look,
                provenance,
                actor.id(),
                clock.now());
        store.add(model);
        weights.pin(trial.id());
        audit.record(
                actor,
                "trial.promote",
                trial.id(),
                experiment.project(),
                Map.of("model", model.id().toString(), "look", look));
        events.append(
                "model.promoted",
                experiment.project(),
                experiment.id(),
                trial.id(),
                Map.of("model", model.id().toString(), "name", model.name()));
        return model;
    }

    private TrainedModel network(Trial trial) {
        if (!trial.ranked()) {
            throw new Conflict(
                    "Trial %d (%s) is a referee and serves for comparison only. Maybe promote a ranked trial."
                            .formatted(trial.number(), trial.label()));
        }
        if (trial.state() != TrialState.COMPLETED) {
            throw new Conflict("Trial %d is %s; only a completed one can be promoted. Maybe wait for its end."
                    .formatted(trial.number(), trial.state().name().toLowerCase(Locale.ROOT)));
        }
        return networks.of(trial.id())
                .orElseThrow(() -> new Conflict(
                        "The weights of trial %d were let go for better ones. Maybe promote one of the best trials."
                                .formatted(trial.number())));
    }
}
