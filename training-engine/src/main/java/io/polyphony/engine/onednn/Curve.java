package io.polyphony.engine.onednn;

import java.lang.foreign.MemorySegment;

/** A function of every number by itself. */
public enum Curve {
    RELU(32),
    TANH(33),
    /** By the formula with tanh. */
    GELU(43);

    private final int code;

    Curve(int code) {
        this.code = code;
    }

    public Recipe forward(Layout numbers) {
        return Recipe.made(
                "eltwise_forward",
                Recipe.TRAINING,
                code,
                numbers.handle(),
                numbers.handle(),
                0f,
                0f,
                MemorySegment.NULL);
    }

    public Recipe backward(Layout numbers, Recipe forward) {
        return Recipe.made(
                "eltwise_backward",
                code,
                numbers.handle(),
                numbers.handle(),
                numbers.handle(),
                0f,
                0f,
                forward.handle(),
                MemorySegment.NULL);
    }
}
