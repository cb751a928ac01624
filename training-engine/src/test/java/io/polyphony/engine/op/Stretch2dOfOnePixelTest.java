package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class Stretch2dOfOnePixelTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Stretch2d(4, 4);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(3, 1, 1, 5));
    }
}
