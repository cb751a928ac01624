package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class Conv2dOverSequenceWithStrideTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Conv2d(2);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(2, 1, 8, 3), Shape.of(1, 5, 3, 4), Shape.of(4));
    }
}
