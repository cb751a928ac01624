package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class DenseTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Dense();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(6, 5), Shape.of(5, 3), Shape.of(3));
    }
}
