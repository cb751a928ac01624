package io.polyphony.engine.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Convolutions of pictures [batch, channels, height, width] with weights [filters, channels, height, width] and bias. */
public final class Convolution {
    private static final int DIRECT = 1;

    private Convolution() {}

    public static Recipe forward(Layout x, Layout w, Layout b, Layout y, Window window) {
        try (var arena = Arena.ofConfined()) {
            return Recipe.made(
                    "convolution_forward",
                    Recipe.TRAINING,
                    DIRECT,
                    x.handle(),
                    w.handle(),
                    b.handle(),
                    y.handle(),
                    window.strides(arena),
                    window.gaps(arena),
                    window.before(arena),
                    window.after(arena),
                    MemorySegment.NULL);
        }
    }

    /** The gradient of the pictures. */
    public static Recipe backward(Layout dx, Layout w, Layout dy, Window window, Recipe forward) {
        try (var arena = Arena.ofConfined()) {
            return Recipe.made(
                    "convolution_backward_data",
                    DIRECT,
                    dx.handle(),
                    w.handle(),
                    dy.handle(),
                    window.strides(arena),
                    window.gaps(arena),
                    window.before(arena),
                    window.after(arena),
                    forward.handle(),
                    MemorySegment.NULL);
        }
    }

    /** The gradients of weights and bias. */
    public static Recipe learning(Layout x, Layout dw, Layout db, Layout dy, Window window, Recipe forward) {
        try (var arena = Arena.ofConfined()) {
            return Recipe.made(
                    "convolution_backward_weights",
                    DIRECT,
                    x.handle(),
                    dw.handle(),
                    db.handle(),
                    dy.handle(),
                    window.strides(arena),
                    window.gaps(arena),
                    window.before(arena),
                    window.after(arena),
                    forward.handle(),
                    MemorySegment.NULL);
        }
    }
}
