package io.polyphony.backend.experiment;

import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.event.EventLog;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes experiments: the row, the event, the audit record and the dispatch of work in one transaction. Every change but
 * the first is made under the experiment's row lock.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ExperimentSteering {
    private final ExperimentStore store;
    private final EventLog events;
    private final AuditLog audit;
    private final Event<ExperimentChanged> changed;

    ExperimentSteering(ExperimentStore store, EventLog events, AuditLog audit, Event<ExperimentChanged> changed) {
        this.store = store;
        this.events = events;
        this.audit = audit;
        this.changed = changed;
    }

    void create(Actor actor, Experiment experiment) {
        store.add(experiment);
        audit.record(
                actor, "experiment.create", experiment.id(), experiment.project(), Map.of("name", experiment.name()));
        tell(experiment, "created", null);
        changed.fire(new ExperimentChanged(experiment.id(), experiment.state()));
    }

    Experiment change(Actor actor, Experiment experiment, ExperimentState state) {
        audit.record(actor, "experiment." + action(state), experiment.id(), experiment.project(), Map.of());
        return change(experiment, state, null);
    }

    Experiment extend(Actor actor, Experiment experiment, BudgetRequest more) {
        var budget = sum(experiment.budget(), more);
        store.changeBudget(experiment.id(), budget);
        audit.record(
                actor, "experiment.extend", experiment.id(), experiment.project(), Map.of("trials", budget.trials()));
        tell(experiment, "extended", null);
        // A paused experiment stays paused; a completed one has work again.
        var state = experiment.state() == ExperimentState.COMPLETED ? ExperimentState.RUNNING : experiment.state();
        return change(experiment, state, null);
    }

    /**
     * The platform's own change of a locked experiment: its first trial starts, its budget is used up, it cannot go on.
     *
     * @param message why, where that needs saying
     */
    public Experiment change(Experiment experiment, ExperimentState state, @Nullable String message) {
        if (state == ExperimentState.RUNNING && experiment.state() != state) {
            store.startClock(experiment.id());
        }
        store.changeState(experiment.id(), state, message);
        if (state != experiment.state()) {
            tell(experiment, name(state), message);
        }
        changed.fire(new ExperimentChanged(experiment.id(), state));
        return store.find(experiment.id()).orElseThrow();
    }

    private void tell(Experiment experiment, String what, @Nullable String message) {
        events.append(
                "experiment." + what,
                experiment.project(),
                experiment.id(),
                null,
                message == null
                        ? Map.of("name", experiment.name())
                        : Map.of("name", experiment.name(), "message", message));
    }

    /** One more trial for what a person wants to be tried. */
    public Experiment makeRoom(Actor actor, Experiment experiment) {
        return extend(
                actor,
                experiment,
                new BudgetRequest(
                        1,
                        null,
                        experiment.budget().score(),
                        experiment.budget().gain(),
                        null));
    }

    private static Budget sum(Budget budget, BudgetRequest more) {
        int trials = more.trials() == null ? 0 : more.trials();
        double minutes = more.minutes() == null ? 0 : more.minutes();
        if (trials < 0 || minutes < 0 || trials + minutes <= 0 || budget.trials() + (long) trials > 100_000) {
            throw Invalid.field(
                    more.trials() == null ? "/minutes" : "/trials",
                    "An extension by %s trials and %s minutes is not one. Maybe {\"trials\": 10}; 100000 trials in all."
                            .formatted(more.trials(), more.minutes()));
        }
        var seconds = budget.seconds();
        // Whoever extends a search wants more of it than what would have ended it.
        return new Budget(
                budget.trials() + trials,
                seconds == null ? null : seconds + 60 * minutes,
                more.score(),
                more.gain(),
                budget.trialSeconds());
    }

    private static String action(ExperimentState state) {
        return switch (state) {
            case PAUSED -> "pause";
            case RUNNING, WAITING -> "resume";
            case CANCELLED -> "cancel";
            case COMPLETED, FAILED -> name(state);
        };
    }

    private static String name(ExperimentState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
