package io.polyphony.backend.model;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.DbClock;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.common.event.EventLog;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditLog;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.WeightStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a model of a candidate that was examined. Within the caller's transaction. */
@ApplicationScoped
class Promotion {
    private final ModelStore store;
    private final EvaluationStore evaluations;
    private final ExperimentStore experiments;
    private final WeightStore weights;
    private final AuditLog audit;
    private final EventLog events;
    private final DbClock clock;

    Promotion(
            ModelStore store,
            EvaluationStore evaluations,
            ExperimentStore experiments,
            WeightStore weights,
            AuditLog audit,
            EventLog events,
            DbClock clock) {
        this.store = store;
        this.evaluations = evaluations;
        this.experiments = experiments;
        this.weights = weights;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The model that the candidate is already. */
    Optional<Model> known(Candidate candidate) {
        return candidate.ensemble()
                ? store.ensemblesOf(candidate.experiment().id()).stream()
                        .filter(model -> Set.copyOf(model.members()).equals(Set.copyOf(candidate.members())))
                        .findFirst()
                : store.ofTrial(candidate.trial().id());
    }

    /**
     * Stores the model and logs the look at the test split. The row lock lets two promotions of one candidate come one
     * after the other: the second finds the first one's model. Nothing slow happens while it is held, since a running
     * search waits for it.
     */
    Model promote(Actor actor, Candidate candidate, Examination examination, @Nullable String name) {
        var experiment = experiments.lock(candidate.experiment().id()).orElseThrow();
        return known(candidate).orElseGet(() -> {
            pin(candidate.trial().id());
            candidate.members().forEach(member -> pin(member.trial()));
            int look = store.look(actor, experiment.id(), candidate.trial().id());
            var model = model(actor, candidate, examination, look, named(name, candidate));
            keep(actor, model);
            evaluations.add(model.id(), examination.evaluation());
            return model;
        });
    }

    private void pin(TrialId trial) {
        if (!weights.pin(trial)) {
            throw new Conflict(
                    "The weights of the trial (%s) were let go for better ones just now. Maybe promote again."
                            .formatted(trial));
        }
    }

    private Model model(Actor actor, Candidate candidate, Examination examination, int look, String name) {
        return new Model(
                ModelId.next(),
                candidate.experiment().project(),
                candidate.experiment().id(),
                candidate.trial().id(),
                candidate.members(),
                examination.averaging(),
                name,
                examination.testRows(),
                examination.validation(),
                examination.test(),
                examination.evaluation().intervals(),
                examination.temperatures(),
                examination.thresholds(),
                look,
                provenance(candidate),
                examination.serving(),
                actor.id(),
                clock.now());
    }

    private static Map<String, Object> provenance(Candidate candidate) {
        var trial = candidate.trial();
        var provenance = new LinkedHashMap<String, Object>(trial.provenance());
        var how = candidate.how();
        if (how != null) {
            provenance.put("ensemble", how.label());
        }
        if (!candidate.ensemble()) {
            provenance.put("assignment", trial.assignment().values());
            provenance.put("trial", trial.number());
        }
        return provenance;
    }

    private void keep(Actor actor, Model model) {
        store.add(model);
        var id = model.id().toString();
        boolean ensemble = !model.members().isEmpty();
        audit.record(
                actor,
                ensemble ? "experiment.promote" : "trial.promote",
                ensemble ? model.experiment() : model.trial(),
                model.project(),
                Map.of("model", id, "look", model.look()));
        events.append(
                "model.promoted",
                model.project(),
                model.experiment(),
                model.trial(),
                Map.of("model", id, "name", model.name()));
    }

    private static String named(@Nullable String wanted, Candidate candidate) {
        if (wanted != null && !wanted.isBlank()) {
            return wanted.strip();
        }
        var experiment = candidate.experiment().name();
        return candidate.ensemble()
                ? "%s, ensemble of %d".formatted(experiment, candidate.members().size())
                : "%s #%d".formatted(experiment, candidate.trial().number());
    }

    static void requirePromotable(Trial trial) {
        if (!trial.ranked()) {
            throw new Conflict(
                    "Trial %d (%s) is a referee and serves for comparison only. Maybe promote a ranked trial."
                            .formatted(trial.number(), trial.label()));
        }
        if (!trial.trainedHere()) {
            throw new Conflict(
                    "Trial %d was trained elsewhere: its weights are not here. Maybe have its assignment tried."
                            .formatted(trial.number()));
        }
        if (trial.state() != TrialState.COMPLETED) {
            throw new Conflict("Trial %d is %s; only a completed one can be promoted. Maybe wait for its end."
                    .formatted(trial.number(), trial.state().name().toLowerCase(Locale.ROOT)));
        }
    }

    /** A single trial as a candidate. */
    static Candidate candidate(Experiment experiment, Trial trial, Committee committee) {
        requirePromotable(trial);
        return Candidate.alone(experiment, trial, committee.folds(trial.id()));
    }
}
