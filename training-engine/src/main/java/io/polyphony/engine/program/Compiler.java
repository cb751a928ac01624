package io.polyphony.engine.program;

import io.polyphony.engine.op.Facts;
import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Precision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is decided before any memory is taken: flow, layout and parameters of a graph. */
final class Compiler {
    private final Graph graph;
    private final Backward backward;
    private final Precision precision;
    private final Flow flow;
    private final Layout layout;
    private final Map<Integer, Parameters.Slice> slices = new LinkedHashMap<>();
    private int denseSize;

    Compiler(Graph graph, Backward backward, Precision precision) {
        this.graph = graph;
        this.backward = backward;
        this.precision = precision;
        this.flow = new Flow(graph, differentiates(), precision);
        this.layout = new Layout(graph, flow, backward, precision);
        for (var node : graph.nodes()) {
            if (node instanceof Node.Parameter parameter && flow.reachable(node)) {
                slice(parameter);
            }
        }
    }

    private void slice(Node.Parameter parameter) {
        if (flow.gradientParts(parameter).size() > 1) {
            throw new IllegalArgumentException(
                    "The parameter (%s) is read twice; give each reader its own.".formatted(parameter.name()));
        }
        int size = parameter.shape().size();
        slices.put(parameter.id(), new Parameters.Slice(parameter.name(), denseSize, size, parameter.decays()));
        denseSize = Math.addExact(denseSize, size);
    }

    Flow flow() {
        return flow;
    }

    Layout layout() {
        return layout;
    }

    boolean differentiates() {
        return backward != Backward.NEVER;
    }

    Precision precision() {
        return precision;
    }

    /** By node, in the graph's order. */
    Map<Integer, Parameters.Slice> slices() {
        return slices;
    }

    List<Node.Table> tables() {
        var tables = new ArrayList<Node.Table>();
        for (var node : graph.nodes()) {
            if (node instanceof Node.Table table && flow.reachable(node)) {
                tables.add(table);
            }
        }
        return tables;
    }

    /** Numbers in the flat vector; at least one, so that it can be allocated. */
    int denseSize() {
        return Math.max(1, denseSize);
    }

    /** Length of the shared vector of ones. */
    int mostRows() {
        return flow.results().stream()
                .mapToInt(result -> result.shape().rows())
                .max()
                .orElse(1);
    }

    Cost cost() {
        long numbers = (long) denseSize() * (differentiates() ? 2 : 1) + mostRows();
        long tableBytes = 0;
        long learned = denseSize;
        for (var table : tables()) {
            tableBytes +=
                    EmbeddingTable.bytes(table.shape().extent(0), table.shape().last(), touched(table));
            learned += table.shape().size();
        }
        long flops = 0;
        long kernels = 0;
        for (var result : flow.results()) {
            kernels += result.primitive().bytes(flow.facts(result));
            long forward = result.primitive()
                    .flops(result.inputs().stream().map(Node::shape).toList());
            flops += forward * (1 + costly(flow.facts(result)));
        }
        return new Cost(
                layout.arenaBytes() + numbers * precision.bytes() + kernels, tableBytes, learned, denseSize, flops);
    }

    /** Gradients that take as long as the way ahead; those of biases and gains do not. */
    private static long costly(Facts facts) {
        return IntStream.range(0, facts.inputs().size())
                .filter(i -> facts.wanted().get(i) && facts.inputs().get(i).rank() > 1)
                .count();
    }

    private long touched(Node.Table table) {
        if (!differentiates()) {
            return 0;
        }
        return flow.gradientParts(table).stream()
                .mapToLong(part -> graph.nodes().get(part.node()) instanceof Node.Result result
                        ? result.inputs().getFirst().shape().size()
                        : 0)
                .sum();
    }
}
