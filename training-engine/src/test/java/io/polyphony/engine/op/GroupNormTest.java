package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class GroupNormTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new GroupNorm(2, false);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(3, 2, 3, 4), Shape.of(4), Shape.of(4));
    }
}
