package io.polyphony.engine.training;

/** Asks the monitor within an epoch, a few times a second. */
final class Pulse {
    private static final long INTERVAL_NANOS = 250_000_000;
    private final TrainingMonitor monitor;
    private long last = System.nanoTime();

    Pulse(TrainingMonitor monitor) {
        this.monitor = monitor;
    }

    Verdict beat(int epoch, int step, int steps) {
        long now = System.nanoTime();
        if (now - last < INTERVAL_NANOS) {
            return Verdict.CONTINUE;
        }
        last = now;
        return monitor.duringEpoch(new StepReport(epoch, step, steps));
    }
}
