package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

/** Inputs that a primitive cannot take. */
public final class ShapeMismatch extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ShapeMismatch(String primitive, List<Shape> inputs, String rule) {
        super("The primitive (%s) got the shapes %s, but needs %s.\nMaybe an encoder changed its width."
                .formatted(primitive, inputs, rule));
    }

    static void unless(boolean fits, String primitive, List<Shape> inputs, String rule) {
        if (!fits) {
            throw new ShapeMismatch(primitive, inputs, rule);
        }
    }
}
