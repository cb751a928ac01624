package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;

class AttentionOverOneTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Attention(3);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(2, 2, 6), Shape.of(2, 1, 12), Shape.of(2, 1));
    }

    @Override
    List<Integer> differentiable() {
        return List.of(0, 1);
    }

    @Override
    double value(int input, SplittableRandom random) {
        return input < 2 ? random.nextGaussian() : 1;
    }
}
