package io.polyphony.backend.trial.running;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentState;
import io.polyphony.backend.experiment.ExperimentSteering;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditLog;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.trial.Measurements;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialIntake;
import io.polyphony.backend.trial.TrialOrigin;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialStore;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.study.TrialCsv;
import io.polyphony.hpo.trial.Report;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Trials that the search did not propose itself, put down under the experiment's lock as its own are. */
@ApplicationScoped
@Transactional
class Intake implements TrialIntake {
    private static final int MOST_ROWS = 10_000;
    private static final Set<ExperimentState> GOES_ON =
            Set.of(ExperimentState.WAITING, ExperimentState.RUNNING, ExperimentState.PAUSED, ExperimentState.COMPLETED);

    private final ExperimentStore experiments;
    private final ExperimentSteering steering;
    private final TrialStore trials;
    private final Measurements measurements;
    private final Histories histories;
    private final Proposals proposals;
    private final Access access;
    private final AuditLog audit;

    Intake(
            ExperimentStore experiments,
            ExperimentSteering steering,
            TrialStore trials,
            Measurements measurements,
            Histories histories,
            Proposals proposals,
            Access access,
            AuditLog audit) {
        this.experiments = experiments;
        this.steering = steering;
        this.trials = trials;
        this.measurements = measurements;
        this.histories = histories;
        this.proposals = proposals;
        this.access = access;
        this.audit = audit;
    }

    @Override
    public TrialId enqueue(Actor actor, ExperimentId id, Map<String, Object> values) {
        var experiment = locked(actor, id);
        if (!GOES_ON.contains(experiment.state())) {
            throw new Conflict("The experiment (%s) has ended for good. Maybe start another one with this assignment."
                    .formatted(experiment.name()));
        }
        var model = trials.best(id, 1).stream()
                .findFirst()
                .map(Trial::assignment)
                .orElseGet(() -> experiment.plan().first().getFirst());
        var assignment = new Handwriting(experiment.plan().space(), values).completed(model);
        var known = known(experiment).get(assignment);
        if (known != null) {
            throw new Conflict("Trial %d has this assignment already. Maybe change a value.".formatted(known));
        }
        var trial =
                proposals.whole(experiment, histories.count(experiment).next(), 0, TrialOrigin.ENQUEUED, assignment);
        trials.add(trial);
        audit.record(actor, "trial.enqueue", trial.id(), experiment.project(), assignment.values());
        steering.makeRoom(actor, experiment);
        return trial.id();
    }

    @Override
    public Imported read(Actor actor, ExperimentId id, Reader csv) throws IOException {
        var experiment = locked(actor, id);
        var told = told(experiment, csv);
        var known = new HashSet<>(known(experiment).keySet());
        int next = histories.count(experiment).next();
        int imported = 0;
        for (var trial : told) {
            if (!trial.state().pending() && known.add(trial.assignment())) {
                take(experiment, next + imported, trial);
                imported++;
            }
        }
        audit.record(actor, "trial.import", id, experiment.project(), Map.of("trials", imported));
        return new Imported(imported, told.size() - imported);
    }

    @Override
    public String write(Actor actor, ExperimentId id) {
        var experiment = experiments.find(id).orElseThrow(() -> NotFound.of("experiment", id));
        access.require(actor, experiment.project(), Role.VIEWER, "experiment", id);
        try {
            var csv = new StringBuilder();
            TrialCsv.write(experiment.plan().space(), experiment.objectives().size(), histories.of(experiment), csv);
            return csv.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory takes everything.", e);
        }
    }

    private Experiment locked(Actor actor, ExperimentId id) {
        var experiment = experiments.lock(id).orElseThrow(() -> NotFound.of("experiment", id));
        access.require(actor, experiment.project(), Role.RUNNER, "experiment", id);
        return experiment;
    }

    private Map<Assignment, Integer> known(Experiment experiment) {
        var known = new HashMap<Assignment, Integer>();
        histories.of(experiment).forEach(trial -> known.putIfAbsent(trial.assignment(), trial.number()));
        return known;
    }

    private static List<io.polyphony.hpo.trial.Trial> told(Experiment experiment, Reader csv) throws IOException {
        try {
            var told = TrialCsv.read(experiment.plan().space(), csv);
            if (told.size() > MOST_ROWS) {
                throw new Invalid("There are %d rows, but at most %d are taken over at once. Maybe leave the worst out."
                        .formatted(told.size(), MOST_ROWS));
            }
            told.forEach(trial -> requireValues(experiment, trial));
            return told;
        } catch (IllegalArgumentException wrong) {
            throw new Invalid(String.valueOf(wrong.getMessage()));
        }
    }

    private static void requireValues(Experiment experiment, io.polyphony.hpo.trial.Trial trial) {
        int wanted = experiment.objectives().size();
        var values = values(trial);
        if (!values.isEmpty() && values.size() != wanted) {
            throw new Invalid("The trial %d has %d values, but the experiment has the objectives %s."
                    .formatted(
                            trial.number(),
                            values.size(),
                            experiment.figures().stream()
                                    .map(figure -> figure.name())
                                    .toList()));
        }
    }

    private static List<Double> values(io.polyphony.hpo.trial.Trial trial) {
        return trial.values().isEmpty() ? trial.lastReport().map(Report::values).orElse(List.of()) : trial.values();
    }

    private void take(Experiment experiment, int number, io.polyphony.hpo.trial.Trial told) {
        var trial = proposals.whole(experiment, number, 0, TrialOrigin.IMPORTED, told.assignment());
        trials.add(trial);
        var values = values(told);
        if (!values.isEmpty()) {
            measurements.record(trial.id(), experiment.figures(), values);
        }
        trials.finish(trial.id(), state(told.state()), "Imported: it was trained elsewhere.");
    }

    private static TrialState state(io.polyphony.hpo.trial.TrialState state) {
        return switch (state) {
            case COMPLETED -> TrialState.COMPLETED;
            case PRUNED -> TrialState.PRUNED;
            case FAILED -> TrialState.FAILED;
            case WAITING, RUNNING ->
                throw new IllegalArgumentException("A trial that has not ended is not taken over.");
        };
    }
}
