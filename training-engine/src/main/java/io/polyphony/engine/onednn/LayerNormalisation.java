package io.polyphony.engine.onednn;

import java.lang.foreign.MemorySegment;

/** Rows brought to mean 0 and variance 1, then scaled and shifted. */
public final class LayerNormalisation {
    private static final int SCALE_AND_SHIFT = 2 | 4;

    private LayerNormalisation() {}

    /** @param moments one number per row */
    public static Recipe forward(Layout rows, Layout moments, double epsilon) {
        return Recipe.made(
                "layer_normalization_forward",
                Recipe.TRAINING,
                rows.handle(),
                rows.handle(),
                moments.handle(),
                (float) epsilon,
                SCALE_AND_SHIFT,
                MemorySegment.NULL);
    }

    public static Recipe backward(Layout rows, Layout moments, double epsilon, Recipe forward) {
        return Recipe.made(
                "layer_normalization_backward",
                Recipe.BACKWARD,
                rows.handle(),
                rows.handle(),
                rows.handle(),
                moments.handle(),
                (float) epsilon,
                SCALE_AND_SHIFT,
                forward.handle(),
                MemorySegment.NULL);
    }
}
