package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class BatchMatMulOfSecondTransposedTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new BatchMatMul(false, true);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(3, 2, 4), Shape.of(3, 5, 4));
    }
}
