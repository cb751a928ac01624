package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class BatchMatMulTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new BatchMatMul(false, false);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(3, 2, 4), Shape.of(3, 4, 5));
    }
}
