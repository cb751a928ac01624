package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;

class AttentionOfManyMembersTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Attention(4);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(2, 3, 32), Shape.of(2, 9, 64), Shape.of(2, 9));
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
