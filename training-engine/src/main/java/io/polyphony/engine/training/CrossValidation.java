package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.checkpoint.UnusableCheckpoint;
import io.polyphony.engine.network.NetworkSpec;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * K-fold cross-validation (Stone, JRSS B 1974): the network is trained once per fold, on all rows but the fold's own, so that
 * every row is judged by the one network that has not learned from it. Folds are trained one after the other; interrupted and
 * resumed they end bit-identically. The networks together are a committee (Krogh and Vedelsby, NIPS 1994).
 */
public final class CrossValidation {
    private static final Duration PULSE = Duration.ofMillis(250);
    private final NetworkSpec network;
    private final TrainingSpec spec;
    private final int folds;
    private final IntFunction<FoldRows> data;

    /**
     * @param spec of each fold's training; its time limit is that of all folds together
     * @param folds how many, at least 2
     * @param data by the fold's index from 0; asked when the fold begins, and once more at the end
     */
    public CrossValidation(NetworkSpec network, TrainingSpec spec, int folds, IntFunction<FoldRows> data) {
        if (folds < 2) {
            throw new IllegalArgumentException("A cross-validation of %d folds is none.".formatted(folds));
        }
        this.network = network;
        this.spec = spec;
        this.folds = folds;
        this.data = data;
    }

    /**
     * Trains every fold, or until the monitor says otherwise.
     *
     * @param resume where to go on, or null to begin
     * @param monitor is told of each fold's epochs
     * @return no {@link TrainingOutcome.Completed}, but {@link TrainingOutcome.CrossValidated}
     * @throws UnusableCheckpoint if the checkpoint is of another version or belongs to another training
     * @throws TooLarge if a fold's training would not fit in memory
     */
    public TrainingOutcome run(@Nullable Checkpoint resume, TrainingMonitor monitor) {
        return run(resume, monitor, PULSE);
    }

    TrainingOutcome run(@Nullable Checkpoint resume, TrainingMonitor monitor, Duration interval) {
        var state = new FoldsState(folds, spec.pace().epochs());
        var inner = resume == null ? null : UnusableCheckpoint.unless(() -> state.read(resume));
        while (!state.complete()) {
            var told = new Told(state, monitor);
            var outcome = train(state, inner, told, interval);
            inner = null;
            switch (outcome) {
                case TrainingOutcome.Completed done -> state.add(done);
                case TrainingOutcome.Interrupted stopped -> {
                    return new TrainingOutcome.Interrupted(stopped.why(), state.write(stopped.checkpoint()));
                }
                case TrainingOutcome.Diverged _, TrainingOutcome.CrossValidated _ -> {
                    return outcome;
                }
            }
            if (told.last != Verdict.CONTINUE && !state.complete()) {
                // Said at the end of a fold: too late for its training, but not for the others.
                return new TrainingOutcome.Interrupted(told.last, state.write(null));
            }
        }
        return OutOfFold.outcome(state, data);
    }

    private TrainingOutcome train(FoldsState state, @Nullable Checkpoint inner, Told told, Duration interval) {
        var rows = data.apply(state.done());
        var own = specOf(state.done()).within(state.share(spec.pace().limitSeconds()));
        state.begin();
        return new Trainer(network, own, rows.preprocessor(), rows.train(), rows.validation())
                .run(inner, told, interval);
    }

    /** Networks that begin alike err alike. */
    private TrainingSpec specOf(int fold) {
        return fold == 0 ? spec : spec.seeded(new SplittableRandom(31 * spec.seed() + fold).nextLong());
    }

    /** Tells the monitor which fold it is, and keeps what it said last. */
    private static final class Told implements TrainingMonitor {
        private final FoldsState state;
        private final TrainingMonitor monitor;
        private Verdict last = Verdict.CONTINUE;

        Told(FoldsState state, TrainingMonitor monitor) {
            this.state = state;
            this.monitor = monitor;
        }

        @Override
        public Verdict afterEpoch(EpochReport report, Supplier<Checkpoint> checkpoint) {
            last = monitor.afterEpoch(state.placed(report), () -> state.write(checkpoint.get()));
            return last;
        }

        @Override
        public Verdict duringEpoch(StepReport report, Supplier<Checkpoint> checkpoint) {
            return monitor.duringEpoch(report, () -> state.write(checkpoint.get()));
        }
    }
}
