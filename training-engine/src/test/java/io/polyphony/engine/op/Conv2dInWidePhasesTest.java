package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class Conv2dInWidePhasesTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Conv2d(3);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(2, 6, 12, 2), Shape.of(5, 2, 2, 3), Shape.of(3));
    }
}
