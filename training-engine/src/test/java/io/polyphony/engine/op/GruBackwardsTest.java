package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;

class GruBackwardsTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Gru(true);
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(2, 4, 9), Shape.of(3, 9), Shape.of(2, 4));
    }

    @Override
    List<Integer> differentiable() {
        return List.of(0, 1);
    }

    @Override
    double value(int input, SplittableRandom random) {
        return input < 2 ? random.nextGaussian() : random.nextInt(2);
    }
}
