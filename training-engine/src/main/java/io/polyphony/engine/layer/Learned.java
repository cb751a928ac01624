package io.polyphony.engine.layer;

import io.polyphony.engine.op.BiasAdd;
import io.polyphony.engine.op.MatMul;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;

/** Learned vectors that are the same for every row. */
public final class Learned {
    private static final double DEVIATION = 0.02;

    private Learned() {}

    /** So many vectors of that width, [batch, count, width]. */
    public static Node members(Graph graph, String name, int count, int width) {
        return added(graph, name, graph.constant(0, Shape.of(graph.batch(), count, width)));
    }

    /** So many numbers that all begin as the same one, [batch, count]. */
    public static Node row(Graph graph, String name, int count, double first) {
        var numbers = graph.parameter(name, Shape.of(1, count), Initializer.constant(first), false);
        return graph.apply(new MatMul(), graph.constant(1, Shape.of(graph.batch(), 1)), numbers);
    }

    /** Members [batch, m, n] plus one learned vector for each place: a position, or which input it is. */
    public static Node added(Graph graph, String name, Node members) {
        int row = members.shape().size() / graph.batch();
        var places = graph.parameter(name, Shape.of(row), Initializer.normal(DEVIATION), false);
        var flat = graph.apply(new Reshape(Shape.of(graph.batch(), row)), members);
        return graph.apply(new Reshape(members.shape()), graph.apply(new BiasAdd(), flat, places));
    }
}
