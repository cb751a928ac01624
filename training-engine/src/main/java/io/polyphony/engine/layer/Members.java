package io.polyphony.engine.layer;

import io.polyphony.engine.op.Concat;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;

/** Rows of several members [batch, m, n]. */
public final class Members {
    private Members() {}

    /** The members of several nodes, one after the other; a node [batch, n] is one member. */
    public static Node joined(Graph graph, Node... parts) {
        int width = parts[0].shape().last();
        var rows = Arrays.stream(parts)
                .map(part -> graph.apply(
                        new Reshape(Shape.of(graph.batch(), part.shape().size() / graph.batch())), part))
                .toList();
        var row = SideBySide.of(graph, rows);
        return graph.apply(new Reshape(Shape.of(graph.batch(), row.shape().last() / width, width)), row);
    }

    /** The presence of more members that are always there, before those of a mask [batch, m]. */
    public static Node present(Graph graph, int more, Node mask) {
        var ones = graph.constant(1, Shape.of(graph.batch(), more));
        return graph.apply(new Concat(), ones, mask);
    }

    /** The mean of all members, [batch, n]. */
    public static Node mean(Graph graph, Node members) {
        int count = members.shape().extent(1);
        var shares = graph.constant(1.0 / count, Shape.of(graph.batch(), count, 1));
        return graph.apply(new WeightedSum(), shares, members);
    }
}
