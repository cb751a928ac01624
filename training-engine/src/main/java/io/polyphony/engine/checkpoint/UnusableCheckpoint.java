package io.polyphony.engine.checkpoint;

import java.nio.BufferUnderflowException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A training cannot go on from these bytes: another version or another training wrote them, or they are damaged. It can begin anew. */
public final class UnusableCheckpoint extends IllegalArgumentException {
    private UnusableCheckpoint(RuntimeException cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }

    /**
     * What was read.
     *
     * @throws UnusableCheckpoint where it cannot be read
     */
    public static <T extends @Nullable Object> T unless(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new UnusableCheckpoint(e);
        }
    }
}
