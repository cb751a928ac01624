package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class RectifiedGroupNormTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new GroupNorm(2, true);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(3, 2, 3, 4), Shape.of(4), Shape.of(4));
    }
}
