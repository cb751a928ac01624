package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class MultiplyTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Multiply();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(4, 5), Shape.of(4, 5));
    }
}
