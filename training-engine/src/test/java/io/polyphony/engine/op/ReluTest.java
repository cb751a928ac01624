package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;

class ReluTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Relu();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(40, 75));
    }

    /** Away from zero, where there is no slope. */
    @Override
    double value(int input, SplittableRandom random) {
        double value = random.nextGaussian();
        return value + Math.signum(value) * 0.01;
    }
}
