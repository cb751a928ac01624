package io.polyphony.backend.trial.running;

import io.polyphony.backend.trial.AssignmentCompiler;
import io.polyphony.backend.trial.ExperimentRows;
import io.polyphony.backend.trial.StaleAttempt;
import io.polyphony.backend.trial.TrainedTrial;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.checkpoint.UnusableCheckpoint;
import io.polyphony.engine.export.TaskSnapshots;
import io.polyphony.engine.training.TooLarge;
import io.polyphony.engine.training.TrainingOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs one claimed trial to its end, whatever that is. Nothing that a trial does stops the experiment. */
@ApplicationScoped
class Runner {
    private static final Logger LOG = Logger.getLogger(Runner.class);
    private static final String OUT_OF_MEMORY =
            "There was not enough memory. Maybe a smaller batch, narrower encoders, fewer parallel trials "
                    + "(polyphony.trials.parallel) or a larger heap (-Xmx) help.";

    private final TrainingEngine engine;
    private final FeatureCache features;
    private final ExperimentRows rows;
    private final Journal journal;
    private final Histories histories;
    private final Controls controls;
    private final Claims claims;
    private final long saveMillis;

    Runner(
            TrainingEngine engine,
            FeatureCache features,
            ExperimentRows rows,
            Journal journal,
            Histories histories,
            Controls controls,
            Claims claims,
            @ConfigProperty(name = "polyphony.trials.checkpoint-millis", defaultValue = "5000") long saveMillis) {
        this.engine = engine;
        this.features = features;
        this.rows = rows;
        this.journal = journal;
        this.histories = histories;
        this.controls = controls;
        this.claims = claims;
        this.saveMillis = saveMillis;
    }

    /** Trains the trial and writes down how it ended. */
    void run(Claim.Work work) {
        try {
            attempt(work);
        } catch (StaleAttempt stale) {
            LOG.infof("%s", stale.getMessage());
        }
    }

    /** After an update a checkpoint may be of no use: the trial begins anew. */
    private void attempt(Claim.Work work) {
        try {
            watched(work);
        } catch (UnusableCheckpoint unusable) {
            LOG.warnf(
                    "Trial %d (%s) begins anew: %s",
                    work.trial().number(), work.trial().id(), unusable.getMessage());
            watched(claims.anew(work));
        }
    }

    private void watched(Claim.Work work) {
        var wish = controls.begin(work.attempt());
        try {
            train(work, new Watch(work, histories.study(work.experiment()), journal, wish, saveMillis));
        } finally {
            controls.end(work.attempt());
        }
    }

    private void train(Claim.Work work, Watch watch) {
        try {
            var network = AssignmentCompiler.network(work.experiment(), work.trial());
            var training = AssignmentCompiler.training(work.experiment(), work.trial(), limit(work));
            var source = rows.of(work.experiment());
            var job = new TrainingEngine.Work(
                    network, training, source.folds().size(), fold -> features.data(work.experiment(), network, fold));
            journal.begin(work.trial(), Provenance.of(work.experiment(), work.trial(), source));
            if (Figures.wanted(work.experiment().figures())) {
                watch.measured(() -> {
                    // Folds differ in what they learn, hardly in what they cost.
                    var each = Collections.nCopies(job.folds(), TaskSnapshots.of(engine.untrained(job)));
                    return Figures.of(new TrainedTrial(each), source);
                });
            }
            var hopeless = watch.beyondLimits();
            if (hopeless.isPresent()) {
                watch.end(TrialState.PRUNED, "Not trained: " + hopeless.get(), null);
            } else {
                end(work, watch, engine.train(job, checkpoint(work), watch));
            }
        } catch (StaleAttempt | UnusableCheckpoint notItsEnd) {
            throw notItsEnd;
        } catch (OutOfMemoryError e) {
            fail(work, watch, e, OUT_OF_MEMORY);
        } catch (TooLarge e) {
            fail(work, watch, e, e.getMessage());
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            fail(work, watch, e, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /** The engine counts the time before the checkpoint as well. */
    private static @Nullable Double limit(Claim.Work work) {
        var left = work.limitSeconds();
        var own = work.experiment().budget().trialSeconds();
        if (left == null || own == null) {
            return left == null ? own : Double.valueOf(left + work.secondsBefore());
        }
        return Math.min(left + work.secondsBefore(), own);
    }

    private static @Nullable Checkpoint checkpoint(Claim.Work work) {
        var saved = work.checkpoint();
        return saved == null ? null : saved.checkpoint();
    }

    private void end(Claim.Work work, Watch watch, TrainingOutcome outcome) {
        switch (outcome) {
            case TrainingOutcome.Completed done -> complete(work, watch, Kept.of(done));
            case TrainingOutcome.CrossValidated done -> complete(work, watch, Kept.of(done));
            case TrainingOutcome.Diverged diverged -> watch.end(TrialState.DIVERGED, diverged.reason(), null);
            case TrainingOutcome.Interrupted stopped -> end(watch, stopped);
        }
    }

    private void complete(Claim.Work work, Watch watch, Kept kept) {
        watch.measured(() -> Figures.of(kept.trained(), rows.of(work.experiment())));
        watch.complete(kept);
    }

    private static void end(Watch watch, TrainingOutcome.Interrupted stopped) {
        if (watch.stale()) {
            return;
        }
        switch (stopped.why()) {
            case PAUSE -> watch.end(TrialState.PAUSED, null, stopped.checkpoint());
            case PRUNE ->
                watch.end(
                        TrialState.PRUNED,
                        "Stopped after epoch %d: %s"
                                .formatted(
                                        stopped.checkpoint().epoch(),
                                        watch.beyondLimits().orElse("behind other trials at that point.")),
                        null);
            case CANCEL, CONTINUE -> watch.end(TrialState.CANCELLED, null, null);
        }
    }

    private static void fail(Claim.Work work, Watch watch, Throwable cause, @Nullable String message) {
        LOG.warnf(
                cause,
                "Trial %d (%s) failed.",
                work.trial().number(),
                work.trial().id());
        watch.end(TrialState.FAILED, message, null);
    }
}
