package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;

class MaxOverTimeTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new MaxOverTime();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(6, 5, 3), Shape.of(6, 5));
    }

    @Override
    List<Integer> differentiable() {
        return List.of(0);
    }

    @Override
    double value(int input, SplittableRandom random) {
        return input == 0 ? random.nextGaussian() : random.nextInt(2);
    }
}
