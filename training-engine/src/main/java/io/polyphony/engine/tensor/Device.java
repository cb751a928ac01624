package io.polyphony.engine.tensor;

/** Where tensors live and operations run. The engine's only door to a numeric library. */
public interface Device {

    /** A zeroed buffer. */
    Tensor allocate(Precision precision, Shape shape);

    /** Whether it runs an operation that primitives otherwise do on the host themselves, or more slowly. */
    boolean knows(String operation, Precision precision);

    /** Makes a call ready to be run many times. */
    Kernel kernel(Call call);

    /** The processor, with one thread per training. */
    static Device cpu() {
        return Nd4jDevice.INSTANCE;
    }
}
