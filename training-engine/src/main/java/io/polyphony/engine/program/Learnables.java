package io.polyphony.engine.program;

import java.util.List;

/**
 * What a graph learns.
 *
 * @param slices of the flat vector, in its order
 * @param tables by name, in their order
 */
public record Learnables(List<Parameters.Slice> slices, List<String> tables) {
    public Learnables {
        slices = List.copyOf(slices);
        tables = List.copyOf(tables);
    }

    /** Numbers in the flat vector; at least one, as in a program. */
    public int size() {
        return Math.max(1, slices.stream().mapToInt(Parameters.Slice::size).sum());
    }
}
