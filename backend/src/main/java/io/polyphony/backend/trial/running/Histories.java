package io.polyphony.backend.trial.running;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.Measurements;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialCount;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialStore;
import io.polyphony.hpo.pruner.Pruners;
import io.polyphony.hpo.sampler.Samplers;
import io.polyphony.hpo.study.Study;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Scalarization;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the search knows: an experiment's trials as rows tell them. Ended trials never change, so they are read once per
 * process and remembered; that is a matter of speed only.
 */
@ApplicationScoped
class Histories {
    private static final int REMEMBERED_EXPERIMENTS = 64;
    private final TrialStore trials;
    private final Measurements measurements;
    private final TransactionSynchronizationRegistry transaction;
    private final Map<ExperimentId, Remembered> ended = new ConcurrentHashMap<>();

    Histories(TrialStore trials, Measurements measurements, TransactionSynchronizationRegistry transaction) {
        this.trials = trials;
        this.measurements = measurements;
        this.transaction = transaction;
    }

    Study study(Experiment experiment) {
        var plan = experiment.plan();
        return new Study(
                plan.space(),
                experiment.objectives(),
                Samplers.named(plan.search().sampler()),
                Pruners.named(
                        plan.search().pruner(),
                        Pace.of(plan).course(),
                        plan.search().prunerSettings()),
                plan.first(),
                experiment.seed(),
                Scalarization.named(plan.search().scalarization()));
    }

    /** Every ranked trial, in order of their numbers. Within the caller's transaction. */
    List<io.polyphony.hpo.trial.Trial> of(Experiment experiment) {
        return look(experiment).ranked();
    }

    /** How many trials there are, ended or not. Within the caller's transaction. */
    TrialCount count(Experiment experiment) {
        return look(experiment).count();
    }

    /**
     * What rows tell of all trials.
     *
     * @param ranked in order of their numbers
     * @param open those that have not ended, in order of their numbers
     * @param count of all, ended or not
     */
    record Look(List<io.polyphony.hpo.trial.Trial> ranked, List<Trial> open, TrialCount count) {}

    /** All of it at once. Within the caller's transaction. */
    Look look(Experiment experiment) {
        var memory = remembered(experiment.id());
        synchronized (memory) {
            var others = trials.others(experiment.id(), memory.from(), memory.beyond());
            var told = tell(experiment, others.stream().filter(Trial::ranked).toList());
            var open = others.stream().filter(trial -> !trial.state().ended()).toList();
            others.stream()
                    .filter(trial -> trial.state().ended())
                    .forEach(trial -> memory.end(trial, told.get(trial.id())));
            if (open.size() < others.size()) {
                forgetUnlessCommitted(experiment.id(), memory);
            }
            memory.settle(open.stream().mapToInt(Trial::number).min().orElse(Integer.MAX_VALUE));
            return look(memory, open, told);
        }
    }

    private static Look look(Remembered memory, List<Trial> open, Map<TrialId, io.polyphony.hpo.trial.Trial> told) {
        var count = memory.count();
        for (var trial : open) {
            count = count.and(trial);
        }
        return new Look(
                memory.with(open.stream()
                        .filter(Trial::ranked)
                        .map(trial -> Objects.requireNonNull(told.get(trial.id())))
                        .toList()),
                open,
                count);
    }

    /** The caller's transaction may have ended trials itself; if it is undone, so are their ends. */
    private void forgetUnlessCommitted(ExperimentId id, Remembered memory) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status != Status.STATUS_COMMITTED) {
                    ended.remove(id, memory);
                }
            }
        });
    }

    private Map<TrialId, io.polyphony.hpo.trial.Trial> tell(Experiment experiment, List<Trial> ranked) {
        var ids = ranked.stream().map(Trial::id).toList();
        var reports = ids.isEmpty() ? Map.<TrialId, List<Report>>of() : measurements.reports(ids, experiment.figures());
        var values = ids.isEmpty() ? Map.<TrialId, List<Double>>of() : measurements.values(ids, experiment.figures());
        var pace = Pace.of(experiment.plan());
        var told = new HashMap<TrialId, io.polyphony.hpo.trial.Trial>();
        for (var trial : ranked) {
            told.put(
                    trial.id(),
                    tell(
                            trial,
                            pace.scaled(
                                    reports.getOrDefault(trial.id(), List.of()),
                                    trial.progress().epochs()),
                            values.getOrDefault(trial.id(), List.of())));
        }
        return told;
    }

    private Remembered remembered(ExperimentId id) {
        if (ended.size() > REMEMBERED_EXPERIMENTS) {
            ended.clear();
        }
        return ended.computeIfAbsent(id, _ -> new Remembered());
    }

    /** A trial that completed without metrics is as good as failed. */
    private static io.polyphony.hpo.trial.Trial tell(Trial trial, List<Report> reports, List<Double> values) {
        var state = values.isEmpty() && trial.state() == TrialState.COMPLETED
                ? io.polyphony.hpo.trial.TrialState.FAILED
                : state(trial.state());
        return new io.polyphony.hpo.trial.Trial(
                trial.number(),
                trial.assignment(),
                state,
                reports,
                state == io.polyphony.hpo.trial.TrialState.COMPLETED ? values : List.of());
    }

    private static io.polyphony.hpo.trial.TrialState state(TrialState state) {
        return switch (state) {
            case WAITING, PAUSED -> io.polyphony.hpo.trial.TrialState.WAITING;
            case RUNNING -> io.polyphony.hpo.trial.TrialState.RUNNING;
            case COMPLETED -> io.polyphony.hpo.trial.TrialState.COMPLETED;
            case PRUNED -> io.polyphony.hpo.trial.TrialState.PRUNED;
            case DIVERGED, FAILED, CANCELLED -> io.polyphony.hpo.trial.TrialState.FAILED;
        };
    }
}
