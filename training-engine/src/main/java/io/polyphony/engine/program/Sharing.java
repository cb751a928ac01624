package io.polyphony.engine.program;

import io.polyphony.engine.tensor.EmbeddingTable;
import java.util.List;

/**
 * The parameters that at least two outputs depend on.
 *
 * @param slices of the flat vectors, in their order
 * @param tables a part of all tables, in their order
 */
public record Sharing(List<Parameters.Slice> slices, List<EmbeddingTable> tables) {
    public Sharing {
        slices = List.copyOf(slices);
        tables = List.copyOf(tables);
    }

    static Sharing of(Graph graph, Parameters parameters) {
        var readers = Readers.of(graph);
        return new Sharing(
                parameters.slices().stream()
                        .filter(slice -> readers.several(slice.name()))
                        .toList(),
                parameters.tables().stream()
                        .filter(table -> readers.several(table.name()))
                        .toList());
    }
}
