package io.polyphony.engine.tensor;

/** A call made ready: running it allocates nothing. Not for use by two threads at once. */
@FunctionalInterface
public interface Kernel {
    void run();
}
