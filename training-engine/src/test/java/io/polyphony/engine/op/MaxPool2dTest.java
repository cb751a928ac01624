package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class MaxPool2dTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new MaxPool2d();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(2, 5, 6, 3));
    }
}
