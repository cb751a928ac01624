package io.polyphony.engine.program;

import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Tensor;
import java.util.List;

/**
 * Everything that a program learns.
 *
 * @param values all parameters but tables in one flat vector
 * @param gradients in the same order
 * @param slices what lies where in the flat vectors
 * @param tables with their own, row-sparse gradients
 */
public record Parameters(Tensor values, Tensor gradients, List<Slice> slices, List<EmbeddingTable> tables) {
    public Parameters {
        slices = List.copyOf(slices);
        tables = List.copyOf(tables);
    }

    /** One parameter's place in the flat vectors. */
    public record Slice(String name, int offset, int size, boolean decays) {}
}
