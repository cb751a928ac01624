package io.polyphony.engine.export;

import java.util.List;

/**
 * Every learned number of a network.
 *
 * @param dense all parameters but embedding tables, in the network's order
 * @param tables embedding tables, row-major, in the network's order
 */
public record Weights(float[] dense, List<float[]> tables) {
    public Weights {
        tables = List.copyOf(tables);
    }
}
