package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class MatMulTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new MatMul();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(3, 4, 5), Shape.of(5, 7));
    }
}
