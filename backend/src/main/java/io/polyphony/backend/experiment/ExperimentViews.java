package io.polyphony.backend.experiment;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.security.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Experiments as people see them: with their progress and the time that is left. */
@ApplicationScoped
class ExperimentViews {
    private final ExperimentStore store;
    private final TrialTallies tallies;
    private final DatasetService datasets;

    ExperimentViews(ExperimentStore store, TrialTallies tallies, DatasetService datasets) {
        this.store = store;
        this.tallies = tallies;
        this.datasets = datasets;
    }

    ExperimentView of(Actor actor, Experiment experiment) {
        return of(actor, List.of(experiment)).getFirst();
    }

    List<ExperimentView> of(Actor actor, List<Experiment> experiments) {
        var ids = experiments.stream().map(Experiment::id).toList();
        Map<ExperimentId, TrialTally> counts = tallies.of(ids);
        Map<ExperimentId, Double> spent = store.spent(ids);
        return experiments.stream()
                .map(each -> view(
                        actor,
                        each,
                        progress(
                                each,
                                counts.getOrDefault(each.id(), TrialTally.NONE),
                                spent.getOrDefault(each.id(), 0.0))))
                .toList();
    }

    private ExperimentView view(Actor actor, Experiment experiment, ExperimentProgress progress) {
        return new ExperimentView(
                experiment.id(),
                experiment.project(),
                experiment.dataset(),
                experiment.version(),
                datasets.get(actor, experiment.dataset()).name(),
                experiment.name(),
                experiment.state(),
                experiment.message(),
                experiment.tasks(),
                experiment.figures(),
                experiment.plan().inputs(),
                experiment.plan().split(),
                experiment.plan().search(),
                experiment.budget(),
                experiment.plan().warm(),
                experiment.plan().cautions(),
                experiment.seed(),
                progress,
                experiment.createdAt(),
                experiment.startedAt(),
                experiment.endedAt());
    }

    static ExperimentProgress progress(Experiment experiment, TrialTally tally, double spent) {
        var budget = experiment.budget();
        int refereesPlanned = experiment.plan().referees().size();
        double trials = (double) (tally.finished() + tally.referees()) / (budget.trials() + refereesPlanned);
        double time = budget.seconds() == null ? 0 : spent / budget.seconds();
        double fraction =
                experiment.state() == ExperimentState.COMPLETED ? 1 : Math.clamp(Math.max(trials, time), 0, 1);
        return new ExperimentProgress(
                budget.planned(),
                tally.finished(),
                tally.running(),
                tally.completed(),
                tally.pruned(),
                tally.failed(),
                tally.referees(),
                refereesPlanned,
                fraction,
                spent,
                secondsLeft(experiment, trials, spent));
    }

    /** By the pace of the trials so far, but never beyond what the budget of time allows. */
    private static @Nullable Double secondsLeft(Experiment experiment, double trials, double spent) {
        if (experiment.state().ended()) {
            return 0.0;
        }
        var seconds = experiment.budget().seconds();
        Double byTime = seconds == null ? null : Math.max(0, seconds - spent);
        Double byPace = trials > 0 ? spent * (1 - trials) / trials : null;
        if (byTime == null || byPace == null) {
            return byTime == null ? byPace : byTime;
        }
        return Math.min(byTime, byPace);
    }
}
