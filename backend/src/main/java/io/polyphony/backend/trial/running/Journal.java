package io.polyphony.backend.trial.running;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.Measure;
import io.polyphony.backend.trial.Attempt;
import io.polyphony.backend.trial.Measurements;
import io.polyphony.backend.trial.SavedCheckpoint;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialProgress;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialStore;
import io.polyphony.backend.trial.WeightStore;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.hpo.trial.Report;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a running trial does. Each entry is one transaction that begins with the fence: the trial's row is changed
 * only if the attempt is still its own, and stays locked until everything else is written.
 */
@ApplicationScoped
class Journal {
    private final TrialStore trials;
    private final WeightStore weights;
    private final Measurements measurements;
    private final Histories histories;
    private final TrialEvents events;

    /**
     * Some epochs, in order.
     *
     * @param latest what is told of where it stands: the last of them, or of another fold; null where nothing is new
     * @param progress after the last of them
     * @param measures of the trial as a whole, as far as they are known
     */
    record Entry(
            List<Measured> epochs,
            @Nullable EpochReport latest,
            TrialProgress progress,
            Map<Measure, Double> measures) {}

    /** An epoch, and whether it was the best so far. */
    record Measured(EpochReport report, boolean best) {}

    Journal(
            TrialStore trials,
            WeightStore weights,
            Measurements measurements,
            Histories histories,
            TrialEvents events) {
        this.trials = trials;
        this.weights = weights;
        this.measurements = measurements;
        this.histories = histories;
        this.events = events;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void begin(Trial trial, Map<String, Object> provenance) {
        trials.provenance(trial.id(), provenance);
    }

    /** Writes epochs, and the checkpoint behind the last of them if there is one. Throws StaleAttempt. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void write(Claim.Work work, Entry entry, @Nullable SavedCheckpoint checkpoint) {
        store(work, entry);
        if (checkpoint != null) {
            weights.save(work.attempt(), checkpoint);
        }
    }

    /** Writes the last epochs and what was kept of all, and ends the attempt of a completed trial. Throws StaleAttempt. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void complete(Claim.Work work, Entry entry, List<Measurements.Kept> kept, byte[] bundle) {
        store(work, entry);
        measurements.keep(work.attempt(), kept);
        weights.saveBundle(work.attempt().trial(), bundle);
        finish(work, TrialState.COMPLETED, null);
    }

    /**
     * Writes the last epochs and ends the attempt in any other way. Throws StaleAttempt.
     *
     * @param checkpoint of a paused trial
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void end(
            Claim.Work work,
            Entry entry,
            TrialState state,
            @Nullable String message,
            @Nullable SavedCheckpoint checkpoint) {
        store(work, entry);
        if (checkpoint != null) {
            weights.save(work.attempt(), checkpoint);
        }
        finish(work, state, message);
    }

    private void finish(Claim.Work work, TrialState state, @Nullable String message) {
        var attempt = work.attempt();
        trials.finish(attempt, state, message);
        if (state.ended()) {
            weights.dropCheckpoints(attempt.trial());
        }
        events.ended(work.experiment(), work.trial(), state, message);
    }

    /** What the experiment's other trials reported. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<io.polyphony.hpo.trial.Trial> others(Experiment experiment, Trial trial) {
        return histories.of(experiment).stream()
                .filter(other -> other.number() != trial.number())
                .toList();
    }

    /** What this trial reported before it was interrupted. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Report> reports(Experiment experiment, Trial trial) {
        return measurements.reports(List.of(trial.id()), experiment.figures()).getOrDefault(trial.id(), List.of());
    }

    private void store(Claim.Work work, Entry entry) {
        Attempt attempt = work.attempt();
        trials.progress(attempt, entry.progress());
        entry.epochs().forEach(each -> measurements.record(attempt, each.report(), each.best()));
        measurements.record(attempt.trial(), entry.progress().epoch(), entry.measures());
        var latest = entry.latest();
        if (latest != null) {
            events.epoch(work.experiment(), work.trial(), entry.progress(), latest);
        }
    }
}
