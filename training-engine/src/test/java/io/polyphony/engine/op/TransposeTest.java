package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class TransposeTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Transpose();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(3, 4, 2));
    }
}
