package io.polyphony.engine.program;

import java.util.random.RandomGenerator;

/** The first values of a parameter. */
@FunctionalInterface
public interface Initializer {

    /** The next number. */
    float next(RandomGenerator random);

    /** Always the same number. */
    static Initializer constant(double value) {
        return _ -> (float) value;
    }

    /** Normal around 0. */
    static Initializer normal(double deviation) {
        return random -> (float) (deviation * random.nextGaussian());
    }

    /** For weights read by a ReLU (He 2015): normal of variance 2 / fan-in. */
    static Initializer he(int fanIn) {
        return normal(Math.sqrt(2.0 / fanIn));
    }

    /** For weights read by anything linear (Glorot and Bengio 2010): normal of variance 2 / (fan-in + fan-out). */
    static Initializer glorot(int fanIn, int fanOut) {
        return normal(Math.sqrt(2.0 / (fanIn + fanOut)));
    }
}
