package io.polyphony.benchmarks.speed;

import io.polyphony.engine.network.NetworkSpec;
import java.util.List;

/**
 * One network to time.
 *
 * @param batch rows per step
 * @param steps per epoch, which is what one round times
 * @param rows data for {@code batch * steps} rows and one to validate
 * @param dimension the input whose numbers the referee must know the width of, or empty
 */
record Case(String name, NetworkSpec network, int batch, int steps, Rows rows, List<String> dimension) {

    /** Rows that a table for this many steps has. */
    static int rows(int batch, int steps) {
        return batch * steps + 1;
    }
}
