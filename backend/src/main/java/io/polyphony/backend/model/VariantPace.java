package io.polyphony.backend.model;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.training.EpochReport;
import io.polyphony.engine.training.StepReport;
import io.polyphony.engine.training.TrainingMonitor;
import io.polyphony.engine.training.Verdict;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/** Tells now and then how far the trainings of a variant are, and ends them when the process does. */
final class VariantPace implements TrainingMonitor {
    private static final long NANOS = 5_000_000_000L;
    private final int epochs;
    private final BooleanSupplier closing;
    private final DoubleConsumer progress;
    private int done;
    private long told = System.nanoTime();

    /** @param epochs that there will be at most, over all trainings */
    VariantPace(int epochs, BooleanSupplier closing, DoubleConsumer progress) {
        this.epochs = epochs;
        this.closing = closing;
        this.progress = progress;
    }

    @Override
    public Verdict afterEpoch(EpochReport report, Supplier<Checkpoint> checkpoint) {
        done++;
        return verdict(done);
    }

    @Override
    public Verdict duringEpoch(StepReport report) {
        return verdict(done + (double) report.step() / report.steps());
    }

    private Verdict verdict(double epochsDone) {
        long now = System.nanoTime();
        if (now - told > NANOS) {
            told = now;
            progress.accept(Math.min(1, epochsDone / Math.max(1, epochs)));
        }
        return closing.getAsBoolean() ? Verdict.CANCEL : Verdict.CONTINUE;
    }
}
