package io.polyphony.engine.export;

import java.lang.reflect.Array;
import java.util.Arrays;

/** Numbers in row-major order with their extents. */
record KerasArray(float[] values, int... extents) {
    KerasArray {
        if (Arrays.stream(extents).reduce(1, (a, b) -> a * b) != values.length) {
            throw new IllegalArgumentException(
                    "The %d numbers are no array of %s.".formatted(values.length, Arrays.toString(extents)));
        }
    }

    /** As nested arrays. */
    Object nested() {
        return nested(0, 0, values.length);
    }

    private Object nested(int axis, int from, int count) {
        if (axis == extents.length - 1) {
            return Arrays.copyOfRange(values, from, from + count);
        }
        int part = count / extents[axis];
        var first = nested(axis + 1, from, part);
        var all = Array.newInstance(first.getClass(), extents[axis]);
        for (int i = 0; i < extents[axis]; i++) {
            Array.set(all, i, nested(axis + 1, from + i * part, part));
        }
        return all;
    }
}
