package io.polyphony.engine.layer;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.op.MatMul;
import io.polyphony.engine.op.MaxOverTime;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.List;

/**
 * A series, step by step.
 *
 * @param values [batch, steps, n], zero for padding
 * @param weights [batch, steps], 0 for padding; those of a row add up to 1
 */
public record Steps(Node values, Node weights) {

    /** The series of the input. */
    public static Steps of(Graph graph, InputLayout layout) {
        return new Steps(
                graph.input(
                        layout.qualified(InputLayout.SERIES),
                        layout.block(InputLayout.SERIES).shape()),
                graph.input(
                        layout.qualified(InputLayout.WEIGHTS),
                        layout.block(InputLayout.WEIGHTS).shape()));
    }

    public int length() {
        return weights.shape().last();
    }

    /** The same with so many steps in one. */
    public Steps patched(Graph graph, int size) {
        int count = length() / size;
        var wide =
                new Reshape(Shape.of(graph.batch(), count, size * values.shape().last()));
        var parts = graph.apply(new Reshape(Shape.of(graph.batch(), count, size)), weights);
        var sums = graph.apply(new MatMul(), parts, graph.constant(1, Shape.of(size, 1)));
        return new Steps(graph.apply(wide, values), graph.apply(new Reshape(Shape.of(graph.batch(), count)), sums));
    }

    /** The weighted mean of members [batch, steps, n]. */
    public Node mean(Graph graph, Node members) {
        var shares = graph.apply(new Reshape(Shape.of(graph.batch(), length(), 1)), weights);
        return graph.apply(new WeightedSum(), shares, members);
    }

    /** Mean and maximum over time of members [batch, steps, n]: [batch, 2 n]. */
    public Node meanAndLargest(Graph graph, Node members) {
        return SideBySide.of(graph, List.of(mean(graph, members), graph.apply(new MaxOverTime(), members, weights)));
    }
}
