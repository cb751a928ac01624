package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class DropoutTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Dropout(0.4);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(30, 75));
    }
}
