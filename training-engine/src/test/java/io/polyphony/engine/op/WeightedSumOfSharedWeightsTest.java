package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

class WeightedSumOfSharedWeightsTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new WeightedSum();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(4, 3, 1), Shape.of(4, 3, 5));
    }
}
