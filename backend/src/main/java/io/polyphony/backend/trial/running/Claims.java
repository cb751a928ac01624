package io.polyphony.backend.trial.running;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentState;
import io.polyphony.backend.experiment.ExperimentSteering;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.trial.Attempt;
import io.polyphony.backend.trial.Host;
import io.polyphony.backend.trial.Liveness;
import io.polyphony.backend.trial.Measurements;
import io.polyphony.backend.trial.SavedCheckpoint;
import io.polyphony.backend.trial.Sighting;
import io.polyphony.backend.trial.StaleAttempt;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialProgress;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialStore;
import io.polyphony.backend.trial.WeightStore;
import io.polyphony.hpo.study.SpaceExhausted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a lane does next, in one transaction that holds the experiment's row: what was left behind comes first, then
 * a new proposal. So parallel workers neither propose twice nor take up the same trial.
 */
@ApplicationScoped
class Claims {
    /** A process that has not been heard of for so long is dead; it says that it lives once a second. */
    private static final double SILENCE_SECONDS = 15;
    /** A trial that was lost so often at the same place is what kills its process. */
    private static final int MOST_LOST = 5;

    private static final int FAILURES_TO_GIVE_UP = 8;
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final ExperimentStore experiments;
    private final ExperimentSteering steering;
    private final TrialStore trials;
    private final WeightStore weights;
    private final Measurements measurements;
    private final Liveness liveness;
    private final Histories histories;
    private final Proposals proposals;
    private final Endings endings;
    private final TrialEvents events;
    private final Host host = Host.current();
    private final long started = System.nanoTime();

    Claims(
            ExperimentStore experiments,
            ExperimentSteering steering,
            TrialStore trials,
            WeightStore weights,
            Measurements measurements,
            Liveness liveness,
            Histories histories,
            Proposals proposals,
            Endings endings,
            TrialEvents events) {
        this.experiments = experiments;
        this.steering = steering;
        this.trials = trials;
        this.weights = weights;
        this.measurements = measurements;
        this.liveness = liveness;
        this.histories = histories;
        this.proposals = proposals;
        this.endings = endings;
        this.events = events;
    }

    /** What this lane of the experiment does next. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Claim next(ExperimentId id, int lane) {
        var experiment = experiments.lock(id).orElse(null);
        if (experiment == null || !experiment.state().alive()) {
            return new Claim.Nothing();
        }
        if (experiment.state() == ExperimentState.WAITING) {
            experiment = steering.change(experiment, ExperimentState.RUNNING, null);
        }
        return next(experiment, lane);
    }

    private Claim next(Experiment experiment, int lane) {
        var look = histories.look(experiment);
        var sightings = sightings(experiment, look.open());
        for (var seen : look.open()) {
            var trial = leftBehind(seen, lane, sightings) ? trials.hold(seen.id()) : Optional.<Trial>empty();
            if (trial.isPresent()) {
                if (!poisonous(experiment, trial.get())) {
                    return takeUp(experiment, trial.get(), lane);
                }
                look = histories.look(experiment);
            }
        }
        if (sightings.values().stream().anyMatch(this::uncertain)) {
            return new Claim.Wait(SHORTLY);
        }
        return fresh(experiment, look, lane);
    }

    /** Where no trial runs nobody needs to be looked for: none begins without the experiment's row, which is held here. */
    private Map<TrialId, Sighting> sightings(Experiment experiment, List<Trial> open) {
        return open.stream().anyMatch(trial -> trial.state() == TrialState.RUNNING)
                ? liveness.running(experiment.id()).stream()
                        .collect(Collectors.toMap(Sighting::trial, Function.identity()))
                : Map.of();
    }

    /**
     * Paused, or running in a process that is dead; what this very lane ran is, or it would not be asking. That is how it looks: whoever runs a trial does not ask
     * for the experiment's row to end it.
     */
    private static boolean leftBehind(Trial trial, int lane, Map<TrialId, Sighting> sightings) {
        var sighting = sightings.get(trial.id());
        return trial.state() != TrialState.RUNNING
                || sighting != null && (sighting.lane() == lane || sighting.silentSeconds() > SILENCE_SECONDS);
    }

    /**
     * Not heard of since this process began, which happens after a crash: taking up something else now would keep the slot
     * from what was left behind.
     */
    private boolean uncertain(Sighting sighting) {
        double here = (System.nanoTime() - started) / 1e9;
        return sighting.silentSeconds() > here && sighting.silentSeconds() <= SILENCE_SECONDS;
    }

    private boolean poisonous(Experiment experiment, Trial trial) {
        int epoch = weights.newest(trial.id()).map(SavedCheckpoint::epoch).orElse(0);
        if (trials.lostFrom(trial.id(), epoch) < MOST_LOST) {
            return false;
        }
        var message = "Its process died %d times at epoch %d. Maybe it needs more memory than the machine has."
                .formatted(MOST_LOST, epoch + 1);
        trials.finish(trial.id(), TrialState.FAILED, message);
        weights.dropCheckpoints(trial.id());
        events.ended(experiment, trial, TrialState.FAILED, message);
        return true;
    }

    private Claim.Work takeUp(Experiment experiment, Trial trial, int lane) {
        var checkpoint = weights.newest(trial.id()).orElse(null);
        int epoch = checkpoint == null ? 0 : checkpoint.epoch();
        var best = measurements.dropBehind(trial.id(), epoch);
        return begin(
                experiment,
                trial,
                lane,
                checkpoint,
                new TrialProgress(
                        epoch,
                        trial.progress().epochs(),
                        best.map(Measurements.Best::epoch).orElse(null),
                        best.map(Measurements.Best::score).orElse(null),
                        null,
                        null));
    }

    /**
     * The same trial again, but from its beginning.
     *
     * @throws StaleAttempt if it is no longer this attempt's
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Claim.Work anew(Claim.Work work) {
        var trial = trials.hold(work.trial().id())
                .filter(current -> current.attempt() == work.attempt().number())
                .orElseThrow(() -> StaleAttempt.of(work.attempt()));
        weights.dropCheckpoints(trial.id());
        return takeUp(work.experiment(), trial, work.trial().lane());
    }

    private Claim.Work begin(
            Experiment experiment,
            Trial trial,
            int lane,
            @Nullable SavedCheckpoint checkpoint,
            TrialProgress progress) {
        var current = trials.takeUp(trial.id(), lane, host, progress);
        var attempt = new Attempt(current.id(), current.attempt());
        events.started(experiment, trial, attempt, progress.epoch());
        return new Claim.Work(experiment, current, attempt, checkpoint, secondsLeft(experiment));
    }

    private Claim fresh(Experiment experiment, Histories.Look look, int lane) {
        var count = look.count();
        if (count.succeeded() == 0 && count.failed() >= FAILURES_TO_GIVE_UP) {
            return end(
                    experiment,
                    ExperimentState.FAILED,
                    "Its first %d trials all failed. Maybe their messages say why.".formatted(count.failed()));
        }
        var left = secondsLeft(experiment);
        if (left != null && left <= 0) {
            return end(experiment, ExperimentState.COMPLETED, null);
        }
        var enough = endings.enough(experiment);
        Optional<Trial> proposal;
        try {
            proposal = proposals.next(experiment, look, enough.isPresent(), lane);
        } catch (SpaceExhausted exhausted) {
            return end(experiment, ExperimentState.COMPLETED, exhausted.getMessage());
        }
        if (proposal.isEmpty()) {
            return end(experiment, ExperimentState.COMPLETED, enough.orElse(null));
        }
        trials.add(proposal.get());
        return begin(experiment, proposal.get(), lane, null, TrialProgress.NONE);
    }

    /** There is nothing new to begin; whoever ends the last running trial ends the experiment. */
    private Claim end(Experiment experiment, ExperimentState state, @Nullable String message) {
        List<Trial> open = trials.unfinished(experiment.id());
        if (open.isEmpty()) {
            steering.change(experiment, state, message);
        }
        return new Claim.Nothing();
    }

    private @Nullable Double secondsLeft(Experiment experiment) {
        var seconds = experiment.budget().seconds();
        if (seconds == null) {
            return null;
        }
        return Math.max(0, seconds - experiments.spent(List.of(experiment.id())).getOrDefault(experiment.id(), 0.0));
    }
}
