package io.polyphony.backend.trial.running;

import io.polyphony.backend.experiment.Measure;
import io.polyphony.backend.trial.SavedCheckpoint;
import io.polyphony.backend.trial.StaleAttempt;
import io.polyphony.backend.trial.TrialProgress;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.engine.training.StepReport;
import io.polyphony.engine.training.TrainingMonitor;
import io.polyphony.engine.training.Verdict;
import io.polyphony.hpo.study.Study;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches one training: writes its epochs down (several at once when they are short), saves a checkpoint every few seconds,
 * asks the pruner, and passes on what people want.
 */
final class Watch implements TrainingMonitor {
    private static final long WRITE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    /** Saving may take this share of the time at most. */
    private static final int SAVE_SHARE = 20;

    private final Claim.Work work;
    private final Study study;
    private final Journal journal;
    private final Controls.Wish wish;
    private final Retry retry = new Retry();
    private long begun = System.nanoTime();
    private final long saveNanos;
    private final List<Journal.Measured> pending = new ArrayList<>();
    private final Pace pace;
    private final List<Report> reports;

    private @Nullable EpochReport latest;
    private TrialProgress progress;
    private Figures figures = Figures.NONE;
    /** Whether the first fold is trained, which alone is compared with others' before all have ended. */
    private boolean first = true;

    private List<Trial> others = List.of();
    private long written = System.nanoTime();
    private long saved = System.nanoTime();
    private long nextSave;

    Watch(Claim.Work work, Study study, Journal journal, Controls.Wish wish, long saveMillis) {
        this.work = work;
        this.study = study;
        this.journal = journal;
        this.wish = wish;
        this.saveNanos = TimeUnit.MILLISECONDS.toNanos(saveMillis);
        this.nextSave = saveNanos;
        this.progress = work.trial().progress();
        this.pace = Pace.of(work.experiment().plan());
        this.reports =
                new ArrayList<>(pace.scaled(journal.reports(work.experiment(), work.trial()), progress.epochs()));
        if (work.trial().ranked()) {
            this.others = journal.others(work.experiment(), work.trial());
        }
    }

    @Override
    public Verdict afterEpoch(EpochReport report, Supplier<Checkpoint> checkpoint) {
        note(report);
        boolean save = System.nanoTime() - saved > nextSave;
        if (save || due()) {
            write(save ? checkpoint.get() : null);
        }
        if (wish.verdict() != Verdict.CONTINUE) {
            return wish.verdict();
        }
        return prune() ? Verdict.PRUNE : Verdict.CONTINUE;
    }

    @Override
    public Verdict duringEpoch(StepReport report, Supplier<Checkpoint> checkpoint) {
        boolean save = System.nanoTime() - saved > nextSave;
        if (save || !pending.isEmpty() && due()) {
            write(save ? checkpoint.get() : null);
        }
        return wish.verdict();
    }

    /** Writes what is left, and ends the attempt of a training that ran to its end. */
    void complete(Kept kept) {
        progress = progress.judged(kept.bestEpoch(), kept.score());
        retry.run(() ->
                journal.complete(work, entry(), kept.figures(), kept.trained().toBytes()));
    }

    /** Writes what is left, and ends the attempt in any other way. */
    void end(TrialState state, @Nullable String message, @Nullable Checkpoint checkpoint) {
        retry.run(() -> journal.end(work, entry(), state, message, saved(checkpoint)));
    }

    /** What is known of the trial as a whole, besides the time it takes. */
    void measured(Supplier<Figures> network) {
        long from = System.nanoTime();
        double spent = seconds();
        figures = network.get().with(Measure.TRAINING, spent);
        // Measuring is no training.
        begun += System.nanoTime() - from;
    }

    /** Why the trial cannot keep to the experiment's limits. Referees have none. */
    Optional<String> beyondLimits() {
        return work.trial().ranked() ? figures.beyond(work.experiment().figures()) : Optional.empty();
    }

    boolean stale() {
        return wish.stale();
    }

    private void note(EpochReport report) {
        first = report.fold().first();
        latest = report;
        var score = progress.score();
        boolean best = first && (score == null || Double.isNaN(score) || report.score() > score);
        progress = new TrialProgress(
                (report.fold().number() - 1) * report.epochs() + report.epoch(),
                report.fold().of() * report.epochs(),
                best ? Integer.valueOf(report.epoch()) : progress.bestEpoch(),
                best ? Double.valueOf(report.score()) : score,
                report.rowsPerSecond(),
                report.secondsLeft());
        figures = figures.with(Measure.TRAINING, seconds() + Math.max(0, report.secondsLeft()));
        if (first) {
            // The others would only write over its curves; what they reach is measured together at the end.
            pending.add(new Journal.Measured(report, best));
            var values = figures.after(report, work.experiment().figures());
            reports.add(pace.scaled(new Report(report.epoch(), values), progress.epochs()));
        }
    }

    /** Of training, over all attempts. */
    private double seconds() {
        return work.secondsBefore() + (System.nanoTime() - begun) / 1e9;
    }

    private @Nullable SavedCheckpoint saved(@Nullable Checkpoint checkpoint) {
        return checkpoint == null ? null : new SavedCheckpoint(checkpoint, seconds());
    }

    private boolean due() {
        return System.nanoTime() - written > WRITE_NANOS;
    }

    private void write(@Nullable Checkpoint checkpoint) {
        long from = System.nanoTime();
        retry.run(() -> journal.write(work, entry(), saved(checkpoint)));
        pending.clear();
        latest = null;
        if (work.trial().ranked()) {
            others = retry.call(() -> journal.others(work.experiment(), work.trial()));
        }
        written = System.nanoTime();
        if (checkpoint != null) {
            saved = written;
            nextSave = Math.max(saveNanos, SAVE_SHARE * (written - from));
        }
    }

    private Journal.Entry entry() {
        if (wish.stale()) {
            throw StaleAttempt.of(work.attempt());
        }
        return new Journal.Entry(List.copyOf(pending), latest, progress, figures.values());
    }

    private boolean prune() {
        if (!work.trial().ranked() || !pace.judged(reports)) {
            return false;
        }
        if (beyondLimits().isPresent()) {
            return true;
        }
        if (!first) {
            return false;
        }
        var running = Trial.running(work.trial().number(), work.trial().assignment(), reports);
        return study.shouldPrune(running, others);
    }
}
