package io.polyphony.engine.training;

/** Counts seconds on top of those of earlier attempts. */
final class Stopwatch {
    private final double before;
    private final long begin = System.nanoTime();

    Stopwatch(double before) {
        this.before = before;
    }

    double total() {
        return before + (System.nanoTime() - begin) / 1e9;
    }
}
