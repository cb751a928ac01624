package io.polyphony.engine.program;

import io.polyphony.engine.tensor.EmbeddingTable;
import java.util.Iterator;
import java.util.random.RandomGenerator;

/** Draws the first values of all parameters, in the graph's order. */
record FirstValues(Graph graph, Parameters parameters) {

    void draw(RandomGenerator random) {
        var slices = parameters.slices().iterator();
        var tables = parameters.tables().iterator();
        var names = parameters.slices().stream().map(Parameters.Slice::name).toList();
        var tableNames = parameters.tables().stream().map(EmbeddingTable::name).toList();
        for (var node : graph.nodes()) {
            switch (node) {
                case Node.Parameter parameter
                when names.contains(parameter.name()) -> drawDense(parameter, slices, random);
                case Node.Table table when tableNames.contains(table.name()) -> drawTable(table, tables, random);
                case Node.Parameter _, Node.Table _, Node.Input _, Node.Codes _, Node.Constant _, Node.Result _ -> {}
            }
        }
    }

    private void drawDense(Node.Parameter node, Iterator<Parameters.Slice> slices, RandomGenerator random) {
        var slice = slices.next();
        var values = new double[slice.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.initializer().next(random);
        }
        parameters.values().view(slice.offset(), node.shape()).write(0, values, values.length);
    }

    private static void drawTable(Node.Table node, Iterator<EmbeddingTable> tables, RandomGenerator random) {
        var values = tables.next().values();
        for (int i = 0; i < values.length; i++) {
            values[i] = node.initializer().next(random);
        }
    }
}
