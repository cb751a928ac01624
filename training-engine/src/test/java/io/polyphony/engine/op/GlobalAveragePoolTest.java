package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class GlobalAveragePoolTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new GlobalAveragePool();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(2, 3, 4, 5));
    }
}
