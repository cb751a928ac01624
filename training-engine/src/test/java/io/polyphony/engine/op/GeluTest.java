package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class GeluTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Gelu();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(5, 7));
    }
}
