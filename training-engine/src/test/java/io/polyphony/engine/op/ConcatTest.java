package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class ConcatTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Concat();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(4, 2), Shape.of(4, 3), Shape.of(4, 1));
    }
}
