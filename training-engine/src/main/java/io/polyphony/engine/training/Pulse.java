package io.polyphony.engine.training;

import io.polyphony.engine.checkpoint.Checkpoint;
import java.time.Duration;
import java.util.function.Supplier;

/** Asks the monitor within an epoch, a few times a second. */
final class Pulse {
    private final TrainingMonitor monitor;
    private final long nanos;
    private long last = System.nanoTime();

    Pulse(TrainingMonitor monitor, Duration interval) {
        this.monitor = monitor;
        this.nanos = interval.toNanos();
    }

    TrainingMonitor monitor() {
        return monitor;
    }

    Verdict beat(int epoch, int step, int steps, Supplier<Checkpoint> checkpoint) {
        long now = System.nanoTime();
        if (now - last < nanos) {
            return Verdict.CONTINUE;
        }
        last = now;
        return monitor.duringEpoch(new StepReport(epoch, step, steps), checkpoint);
    }
}
