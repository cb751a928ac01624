package io.polyphony.engine.tensor;

/** A call made ready: running it allocates nothing. Not for use by two threads at once. */
@FunctionalInterface
public interface Kernel extends AutoCloseable {
    void run();

    /** Bytes that it holds besides its tensors. */
    default long bytes() {
        return 0;
    }

    /** Gives back what the kernel holds besides its tensors. */
    @Override
    default void close() {}
}
