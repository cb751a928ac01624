package io.polyphony.engine.layer;

import io.polyphony.engine.op.Dense;
import io.polyphony.engine.op.DenseByMember;
import io.polyphony.engine.op.MatMul;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;

/** x W + b over the innermost axis. */
public final class Linear {
    private static final double FAINT = 0.01;

    private Linear() {}

    /** For something linear to read (Glorot). */
    public static Node of(Graph graph, String name, Node x, int width) {
        return of(graph, name, x, width, Initializer.glorot(x.shape().last(), width));
    }

    /** Each member of [batch, m, k] by a map of its own, [batch, m, width]. */
    public static Node byMember(Graph graph, String name, Node members, int width) {
        int count = members.shape().extent(1);
        int wide = members.shape().last();
        var weight =
                graph.parameter(name + ".weight", Shape.of(count, wide, width), Initializer.glorot(wide, width), true);
        var bias = graph.parameter(name + ".bias", Shape.of(count * width), Initializer.constant(0), false);
        return graph.apply(new DenseByMember(), members, weight, bias);
    }

    /** A factor of a product: begins near 1, so that the product does not vanish. */
    public static Node aroundOne(Graph graph, String name, Node x, int width) {
        var small = Initializer.normal(0.5 / Math.sqrt(x.shape().last()));
        var weight = graph.parameter(name + ".weight", Shape.of(x.shape().last(), width), small, true);
        var bias = graph.parameter(name + ".bias", Shape.of(width), Initializer.constant(1), false);
        return graph.apply(new Dense(), x, weight, bias);
    }

    /** Begins at zero: it adds nothing until it has learned. */
    public static Node silent(Graph graph, String name, Node x, int width) {
        return of(graph, name, x, width, Initializer.constant(0));
    }

    /** Begins near zero: what it has not learned says next to nothing. */
    public static Node faint(Graph graph, String name, Node x, int width) {
        return of(
                graph,
                name,
                x,
                width,
                Initializer.normal(FAINT / Math.sqrt(x.shape().last())));
    }

    /** x W: zero stays zero. */
    public static Node withoutBias(Graph graph, String name, Node x, int width) {
        var initializer = Initializer.glorot(x.shape().last(), width);
        var weight = graph.parameter(name + ".weight", Shape.of(x.shape().last(), width), initializer, true);
        return graph.apply(new MatMul(), x, weight);
    }

    static Node of(Graph graph, String name, Node x, int width, Initializer initializer) {
        var weight = graph.parameter(name + ".weight", Shape.of(x.shape().last(), width), initializer, true);
        var bias = graph.parameter(name + ".bias", Shape.of(width), Initializer.constant(0), false);
        return graph.apply(new Dense(), x, weight, bias);
    }
}
