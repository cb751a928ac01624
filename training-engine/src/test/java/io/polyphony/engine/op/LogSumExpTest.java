package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;

class LogSumExpTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new LogSumExp();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(4, 7));
    }

    /** Far apart, as densities are. */
    @Override
    double value(int input, SplittableRandom random) {
        return 3 * random.nextGaussian();
    }
}
