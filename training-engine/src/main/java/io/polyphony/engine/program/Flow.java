package io.polyphony.engine.program;

import io.polyphony.engine.op.Facts;
import io.polyphony.engine.tensor.Precision;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which nodes of a graph matter, who reads whom, and where gradients flow. */
final class Flow {
    private final Graph graph;
    private final boolean differentiate;
    private final Precision precision;
    private final BitSet reachable = new BitSet();
    private final BitSet learns = new BitSet();
    private final List<Node.Result> results = new ArrayList<>();
    private final Map<Integer, Integer> steps = new HashMap<>();
    private final Map<Integer, List<Slot>> gradients = new HashMap<>();

    Flow(Graph graph, boolean differentiate, Precision precision) {
        this.graph = graph;
        this.differentiate = differentiate;
        this.precision = precision;
        graph.outputs().values().forEach(this::reach);
        for (var node : graph.nodes()) {
            if (reachable.get(node.id())) {
                visit(node);
            }
        }
    }

    /** Results in the order in which they are computed. */
    List<Node.Result> results() {
        return results;
    }

    boolean reachable(Node node) {
        return reachable.get(node.id());
    }

    /** Whether a gradient flows to the node. */
    boolean learns(Node node) {
        return differentiate && learns.get(node.id());
    }

    boolean isOutput(Node node) {
        return graph.outputs().containsValue(node);
    }

    int forwardStep(Node node) {
        return steps.getOrDefault(node.id(), 0);
    }

    /** The step between forward and backward, when the caller writes the output gradients. */
    int lossStep() {
        return results.size();
    }

    int backwardStep(Node node) {
        return 2 * results.size() - forwardStep(node);
    }

    /** Where parts of the node's gradient arrive; their sum is the gradient. */
    List<Slot> gradientParts(Node node) {
        return gradients.getOrDefault(node.id(), List.of());
    }

    Facts facts(Node.Result result) {
        return new Facts(
                precision,
                result.inputs().stream().map(Node::shape).toList(),
                result.inputs().stream().map(this::learns).toList());
    }

    private void reach(Node node) {
        if (reachable.get(node.id())) {
            return;
        }
        reachable.set(node.id());
        if (node instanceof Node.Result result) {
            result.inputs().forEach(this::reach);
        }
    }

    private void visit(Node node) {
        switch (node) {
            case Node.Parameter _, Node.Table _ -> learns.set(node.id());
            case Node.Input input when graph.watched().contains(input) -> learns.set(node.id());
            case Node.Input _, Node.Codes _, Node.Constant _ -> {}
            case Node.Result result -> visitResult(result);
        }
    }

    private void visitResult(Node.Result result) {
        steps.put(result.id(), results.size());
        results.add(result);
        for (int i = 0; i < result.inputs().size(); i++) {
            var input = result.inputs().get(i);
            if (learns(input)) {
                learns.set(result.id());
                gradients.computeIfAbsent(input.id(), _ -> new ArrayList<>()).add(Slot.inputGradient(result, i));
            }
        }
        if (learns(result) && isOutput(result)) {
            gradients.computeIfAbsent(result.id(), _ -> new ArrayList<>()).add(Slot.outputGradient(result));
        }
    }
}
