package io.polyphony.backend.trial.running;

import io.polyphony.backend.common.DbClock;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentPlan;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.RefereePlan;
import io.polyphony.backend.experiment.space.DataChoices;
import io.polyphony.backend.experiment.space.Knobs;
import io.polyphony.backend.experiment.space.Referees;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialOrigin;
import io.polyphony.backend.trial.TrialProgress;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.hpo.space.Assignment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** The next trial of an experiment: a pure function of its rows and its seed. */
@ApplicationScoped
class Proposals {
    /** Two search trials come first, so that there is something to see; then referees and search take turns. */
    private static final int LEAD = 1;

    private final Histories histories;
    private final DbClock clock;

    Proposals(Histories histories, DbClock clock) {
        this.histories = histories;
        this.clock = clock;
    }

    /**
     * Empty when the budget of trials is used up. Within the transaction that holds the experiment's row.
     *
     * @param look what rows tell within that transaction
     * @param enough whether the search has reached enough, so that only referees are left to be run
     */
    Optional<Trial> next(Experiment experiment, Histories.Look look, boolean enough, int lane) {
        var count = look.count();
        var referees = experiment.plan().referees();
        boolean used = enough || count.spent() >= experiment.budget().trials();
        if (count.referees() < referees.size() && (used || count.referees() < count.spent() - LEAD)) {
            return Optional.of(referee(experiment, referees.get(count.referees()), look, lane));
        }
        return used ? Optional.empty() : Optional.of(search(experiment, look, lane));
    }

    private Trial search(Experiment experiment, Histories.Look look, int lane) {
        var assignment = histories.study(experiment).ask(look.ranked());
        return whole(experiment, look.count().next(), lane, origin(experiment.plan(), assignment), assignment);
    }

    private static TrialOrigin origin(ExperimentPlan plan, Assignment assignment) {
        if (plan.warmStart(assignment).isPresent()) {
            return TrialOrigin.WARM_START;
        }
        return plan.first().contains(assignment) ? TrialOrigin.FIRST : TrialOrigin.SEARCH;
    }

    /** A trial of all tasks, and of all inputs that it chooses. */
    Trial whole(Experiment experiment, int number, int lane, TrialOrigin origin, Assignment assignment) {
        return trial(
                experiment,
                number,
                lane,
                origin,
                assignment,
                experiment.tasks().stream().map(ExperimentTask::name).toList(),
                DataChoices.inputs(assignment, experiment.plan().inputs()).stream()
                        .map(InputSpec::name)
                        .toList(),
                label(number, assignment));
    }

    private Trial referee(Experiment experiment, RefereePlan plan, Histories.Look look, int lane) {
        var recipe = Referees.recipe(experiment.plan().first(), givenUp(look));
        var assignment = Referees.restricted(recipe, plan);
        return trial(
                experiment,
                look.count().next(),
                lane,
                TrialOrigin.REFEREE,
                assignment,
                plan.tasks(),
                plan.inputs(),
                plan.label());
    }

    private static Set<Assignment> givenUp(Histories.Look look) {
        return look.ranked().stream()
                .filter(trial -> switch (trial.state()) {
                    case PRUNED, FAILED -> true;
                    case WAITING, RUNNING, COMPLETED -> false;
                })
                .map(io.polyphony.hpo.trial.Trial::assignment)
                .collect(Collectors.toSet());
    }

    private Trial trial(
            Experiment experiment,
            int number,
            int lane,
            TrialOrigin origin,
            Assignment assignment,
            List<String> tasks,
            List<String> inputs,
            String label) {
        return new Trial(
                TrialId.next(),
                experiment.id(),
                number,
                origin,
                TrialState.WAITING,
                lane,
                0,
                assignment,
                tasks,
                inputs,
                label,
                seed(experiment, number),
                null,
                TrialProgress.NONE,
                Map.of(),
                clock.now(),
                null,
                null);
    }

    private static long seed(Experiment experiment, int number) {
        return new SplittableRandom(experiment.seed() + 0x9E3779B97F4A7C15L * number).nextLong() >>> 16;
    }

    private static String label(int number, Assignment assignment) {
        return assignment.has(Knobs.FUSION) ? "#%d %s".formatted(number, assignment.text(Knobs.FUSION)) : "#" + number;
    }
}
