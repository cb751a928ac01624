package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class Conv2dInPhasesTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Conv2d(2);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(2, 6, 4, 3), Shape.of(3, 3, 3, 4), Shape.of(4));
    }
}
