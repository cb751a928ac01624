package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class LayerNormTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new LayerNorm();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(4, 6), Shape.of(6), Shape.of(6));
    }
}
