package io.polyphony.engine.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * How a window moves over pictures.
 *
 * @param stride in both directions
 * @param above lines of zeros before the first, and so on around
 */
public record Window(int stride, int above, int left, int below, int right) {

    MemorySegment strides(Arena arena) {
        return Layout.dims(arena, stride, stride);
    }

    MemorySegment gaps(Arena arena) {
        return Layout.dims(arena, 0, 0);
    }

    MemorySegment before(Arena arena) {
        return Layout.dims(arena, above, left);
    }

    MemorySegment after(Arena arena) {
        return Layout.dims(arena, below, right);
    }
}
