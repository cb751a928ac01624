package io.polyphony.engine.program;

import io.polyphony.engine.tensor.EmbeddingTable;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        var names = names(graph);
        return new Sharing(
                parameters.slices().stream()
                        .filter(slice -> names.contains(slice.name()))
                        .toList(),
                parameters.tables().stream()
                        .filter(table -> names.contains(table.name()))
                        .toList());
    }

    /** Names of the learned nodes that several outputs read. */
    private static Set<String> names(Graph graph) {
        var readers = new BitSet[graph.nodes().size()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = new BitSet();
        }
        int output = 0;
        for (var node : graph.outputs().values()) {
            readers[node.id()].set(output++);
        }
        var names = new HashSet<String>();
        for (var node : graph.nodes().reversed()) {
            boolean several = readers[node.id()].cardinality() > 1;
            switch (node) {
                case Node.Result result -> result.inputs().forEach(input -> readers[input.id()].or(readers[node.id()]));
                case Node.Parameter(var _, var name, var _, var _, var _) when several -> names.add(name);
                case Node.Table(var _, var name, var _, var _) when several -> names.add(name);
                case Node.Parameter _, Node.Table _, Node.Input _, Node.Codes _, Node.Constant _ -> {}
            }
        }
        return names;
    }
}
