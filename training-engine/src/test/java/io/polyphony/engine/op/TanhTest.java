package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class TanhTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Tanh();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(4, 5));
    }
}
