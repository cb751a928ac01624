package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;

class WavesTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Waves();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(4, 3), Shape.of(3, 5), Shape.of(3, 5));
    }

    @Override
    double value(int input, SplittableRandom random) {
        return input == 0 ? random.nextGaussian() : 0.3 * random.nextGaussian();
    }
}
