package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class BiasAddTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new BiasAdd();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(2, 3, 5), Shape.of(5));
    }
}
