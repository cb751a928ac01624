package io.polyphony.engine.data;

import java.util.Arrays;

/**
 * What was decoded of a file, before anything that train rows decide is done to it.
 *
 * @param shape row-major
 * @param values as many as the shape holds
 */
public record Decoded(int[] shape, float[] values) {
    public Decoded {
        if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != values.length) {
            throw new IllegalArgumentException(
                    "The shape (%s) does not hold %d numbers.".formatted(Arrays.toString(shape), values.length));
        }
    }
}
