package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class Conv2dTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Conv2d();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(2, 5, 6, 2), Shape.of(3, 3, 2, 3), Shape.of(3));
    }
}
