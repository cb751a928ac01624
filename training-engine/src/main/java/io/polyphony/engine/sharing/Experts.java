package io.polyphony.engine.sharing;

import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Members;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.op.MaskedSoftmax;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Small networks side by side, and gates that mix them.
 *
 * @param width units of each
 * @param dropout share of them dropped in training
 */
record Experts(Graph graph, int width, double dropout) {

    /** So many experts that read the same, each [batch, width]. */
    List<Node> of(String name, Node x, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Perceptron.of(graph, name + i, x, width, 1, dropout))
                .toList();
    }

    /** The mean of experts under shares that a gate reads from x and that add up to 1, [batch, width]. */
    Node mixed(String gate, Node x, List<Node> experts) {
        var members = Members.joined(graph, experts.toArray(Node[]::new));
        return graph.apply(new WeightedSum(), shares(gate, x, experts.size()), members);
    }

    /** softmax(W x + b), [batch, count, 1]. */
    private Node shares(String gate, Node x, int count) {
        var logits = graph.apply(new Reshape(Shape.of(graph.batch(), count, 1)), Linear.of(graph, gate, x, count));
        return graph.apply(new MaskedSoftmax(), logits, graph.constant(1, Shape.of(graph.batch(), count)));
    }
}
