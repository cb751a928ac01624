package io.polyphony.engine.tensor;

import java.util.List;

/**
 * One operation of a device on fixed tensors, by its name in the device's library.
 *
 * @param inputs read
 * @param outputs overwritten; may be one of the inputs where the operation is element-wise
 */
public record Call(
        String operation, List<Tensor> inputs, List<Tensor> outputs, long[] integers, double[] reals, boolean[] flags) {

    /** A call without settings. */
    public static Call of(String operation, List<Tensor> inputs, List<Tensor> outputs) {
        return new Call(operation, inputs, outputs, new long[0], new double[0], new boolean[0]);
    }

    /** The same with integer settings. */
    public Call integers(long... settings) {
        return new Call(operation, inputs, outputs, settings, reals, flags);
    }

    /** The same with real settings. */
    public Call reals(double... settings) {
        return new Call(operation, inputs, outputs, integers, settings, flags);
    }

    /** The same with truth values as settings. */
    public Call flags(boolean... settings) {
        return new Call(operation, inputs, outputs, integers, reals, settings);
    }
}
