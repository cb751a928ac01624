package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class Conv2dOverSequenceTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Conv2d();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(2, 1, 7, 3), Shape.of(1, 4, 3, 5), Shape.of(5));
    }
}
