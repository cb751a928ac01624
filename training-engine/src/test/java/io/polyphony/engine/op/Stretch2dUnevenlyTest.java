package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class Stretch2dUnevenlyTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Stretch2d(5, 7);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(2, 2, 3, 2));
    }
}
