package io.polyphony.backend.model;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.DbClock;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.event.EventLog;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditLog;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.WeightStore;
import io.polyphony.engine.evaluation.Metrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a model of a trial or of an ensemble: the one place where the test split is looked at. */
@ApplicationScoped
class Promotion {
    private final ModelStore store;
    private final WeightStore weights;
    private final Committee committee;
    private final ExperimentRows rows;
    private final AuditLog audit;
    private final EventLog events;
    private final DbClock clock;

    Promotion(
            ModelStore store,
            WeightStore weights,
            Committee committee,
            ExperimentRows rows,
            AuditLog audit,
            EventLog events,
            DbClock clock) {
        this.store = store;
        this.weights = weights;
        this.committee = committee;
        this.rows = rows;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Model promote(Actor actor, Experiment experiment, Trial trial, @Nullable String name) {
        requirePromotable(trial);
        var usual = "%s #%d".formatted(experiment.name(), trial.number());
        var provenance = new LinkedHashMap<String, Object>(trial.provenance());
        provenance.put("assignment", trial.assignment().values());
        provenance.put("trial", trial.number());
        return promote(actor, experiment, trial, List.of(), Map.of(), named(name, usual), provenance);
    }

    Model promote(Actor actor, Experiment experiment, Assembly.Chosen chosen, @Nullable String name) {
        var usual = "%s, ensemble of %d"
                .formatted(experiment.name(), chosen.members().size());
        var provenance = new LinkedHashMap<String, Object>(chosen.best().provenance());
        return promote(
                actor,
                experiment,
                chosen.best(),
                chosen.members(),
                chosen.validation(),
                named(name, usual),
                provenance);
    }

    private Model promote(
            Actor actor,
            Experiment experiment,
            Trial trial,
            List<ModelMember> members,
            Map<String, Map<String, Double>> validation,
            String name,
            Map<String, Object> provenance) {
        int look = store.look(actor, experiment.id(), trial.id());
        var source = rows.of(experiment);
        var sealed = new Model(
                ModelId.next(),
                experiment.project(),
                experiment.id(),
                trial.id(),
                members,
                name,
                source.split().test().length,
                validation,
                Map.of(),
                look,
                provenance,
                actor.id(),
                clock.now());
        var test = new LinkedHashMap<String, Map<String, Double>>();
        committee
                .predict(sealed, source.table(), source.split().test())
                .forEach((task, predictions) -> test.put(task, Metrics.evaluate(predictions)));
        return keep(actor, sealed.tested(test));
    }

    private Model keep(Actor actor, Model model) {
        store.add(model);
        weights.pin(model.trial());
        model.members().forEach(member -> weights.pin(member.trial()));
        var id = model.id().toString();
        audit.record(
                actor,
                model.members().isEmpty() ? "trial.promote" : "experiment.promote",
                model.members().isEmpty() ? model.trial() : model.experiment(),
                model.project(),
                Map.of("model", id, "look", model.look()));
        events.append(
                "model.promoted",
                model.project(),
                model.experiment(),
                model.trial(),
                Map.of("model", id, "name", model.name()));
        return model;
    }

    private static String named(@Nullable String wanted, String usual) {
        return wanted == null || wanted.isBlank() ? usual : wanted.strip();
    }

    private static void requirePromotable(Trial trial) {
        if (!trial.ranked()) {
            throw new Conflict(
                    "Trial %d (%s) is a referee and serves for comparison only. Maybe promote a ranked trial."
                            .formatted(trial.number(), trial.label()));
        }
        if (trial.state() != TrialState.COMPLETED) {
            throw new Conflict("Trial %d is %s; only a completed one can be promoted. Maybe wait for its end."
                    .formatted(trial.number(), trial.state().name().toLowerCase(Locale.ROOT)));
        }
    }
}
