package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;

class MaskedSoftmaxTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new MaskedSoftmax();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(8, 3, 4), Shape.of(8, 3));
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
