package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class Stretch2dTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Stretch2d(6, 8);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(2, 3, 4, 3));
    }
}
