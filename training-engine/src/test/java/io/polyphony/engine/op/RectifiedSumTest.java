package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class RectifiedSumTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new RectifiedSum();
    }

    /** More than a chunk. */
    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(25, 90), Shape.of(25, 90));
    }
}
