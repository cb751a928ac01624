package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

/** More rows than are put together at once. */
class ConcatOfManyRowsTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Concat();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(50, 60), Shape.of(50, 40));
    }
}
