package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class BatchMatMulOfTransposedTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new BatchMatMul(true, true);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(3, 4, 2), Shape.of(3, 5, 4));
    }
}
