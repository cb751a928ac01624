package io.polyphony.engine.program;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * A graph cut open: some results become inputs that the caller fills in, and what led to nothing but them is left out. What
 * remains keeps its order and its names.
 */
public final class Cut {
    private final Graph original;
    private final Map<Integer, String> names = new HashMap<>();
    private final BitSet needed = new BitSet();
    private final Map<Integer, Node> placed = new HashMap<>();

    private Cut(Graph original, Map<String, Node.Result> inputs) {
        this.original = original;
        inputs.forEach((name, result) -> names.put(result.id(), name));
        original.outputs().values().forEach(this::need);
    }

    /**
     * The cut graph.
     *
     * @param inputs results of the graph that are no outputs, by the name that each gets as an input
     */
    public static Graph of(Graph graph, Map<String, Node.Result> inputs) {
        return new Cut(graph, inputs).copy();
    }

    private void need(Node node) {
        if (needed.get(node.id())) {
            return;
        }
        needed.set(node.id());
        if (node instanceof Node.Result result && !names.containsKey(result.id())) {
            result.inputs().forEach(this::need);
        }
    }

    private Graph copy() {
        var graph = new Graph(original.batch());
        for (var node : original.nodes()) {
            if (needed.get(node.id())) {
                placed.put(node.id(), copy(graph, node));
            }
        }
        original.outputs().forEach((name, node) -> graph.output(name, placed(node)));
        return graph;
    }

    private Node copy(Graph graph, Node node) {
        var name = names.get(node.id());
        if (name != null) {
            return graph.input(name, node.shape().perRow());
        }
        return switch (node) {
            case Node.Input input -> graph.input(input.name(), input.shape().perRow());
            case Node.Codes codes -> graph.codes(codes.name(), codes.shape().last());
            case Node.Constant constant -> graph.constant(constant.value(), constant.shape());
            case Node.Parameter(var _, var own, var shape, var first, var decays) ->
                graph.parameter(own, shape, first, decays);
            case Node.Table(var _, var own, var shape, var first) ->
                graph.table(own, shape.extent(0), shape.last(), first);
            case Node.Result result ->
                graph.apply(
                        result.primitive(),
                        result.inputs().stream().map(this::placed).toArray(Node[]::new));
        };
    }

    private Node placed(Node node) {
        var copy = placed.get(node.id());
        if (copy == null) {
            throw new IllegalStateException("The node (%s) stands before what it reads.".formatted(node));
        }
        return copy;
    }
}
