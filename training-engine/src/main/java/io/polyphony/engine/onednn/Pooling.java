package io.polyphony.engine.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The largest of each 2 x 2 window of pictures [batch, channels, height, width]. */
public final class Pooling {
    private static final int MAXIMUM = 511;
    private static final int SIDE = 2;

    private Pooling() {}

    public static Recipe forward(Layout x, Layout y) {
        try (var arena = Arena.ofConfined()) {
            var none = Layout.dims(arena, 0, 0);
            var side = Layout.dims(arena, SIDE, SIDE);
            return Recipe.made(
                    "pooling_forward",
                    Recipe.TRAINING,
                    MAXIMUM,
                    x.handle(),
                    y.handle(),
                    side,
                    side,
                    none,
                    none,
                    none,
                    MemorySegment.NULL);
        }
    }

    public static Recipe backward(Layout dx, Layout dy, Recipe forward) {
        try (var arena = Arena.ofConfined()) {
            var none = Layout.dims(arena, 0, 0);
            var side = Layout.dims(arena, SIDE, SIDE);
            return Recipe.made(
                    "pooling_backward",
                    MAXIMUM,
                    dx.handle(),
                    dy.handle(),
                    side,
                    side,
                    none,
                    none,
                    none,
                    forward.handle(),
                    MemorySegment.NULL);
        }
    }
}
