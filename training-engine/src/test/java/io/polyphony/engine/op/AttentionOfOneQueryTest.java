package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;

class AttentionOfOneQueryTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Attention(2);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(3, 1, 8), Shape.of(3, 5, 16), Shape.of(3, 5));
    }

    @Override
    List<Integer> differentiable() {
        return List.of(0, 1);
    }

    @Override
    double value(int input, SplittableRandom random) {
        return input < 2 ? random.nextGaussian() : random.nextInt(3) > 0 ? 1 : 0;
    }
}
