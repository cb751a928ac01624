package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.List;

/**
 * What is known of a primitive's place before memory is planned.
 *
 * @param wanted per input, whether somebody needs its gradient
 */
public record Facts(Precision precision, List<Shape> inputs, List<Boolean> wanted) {
    public Facts {
        inputs = List.copyOf(inputs);
        wanted = List.copyOf(wanted);
    }

    /** Whether there is a backward run at all. */
    public boolean differentiated() {
        return wanted.contains(true);
    }

    /** Whether the device runs that operation by itself in this precision. */
    public boolean knows(String operation) {
        return Device.cpu().knows(operation, precision);
    }
}
