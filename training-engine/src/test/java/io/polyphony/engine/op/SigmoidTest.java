package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class SigmoidTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Sigmoid();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(4, 5));
    }
}
