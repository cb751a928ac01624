package io.polyphony.engine.layer;

import io.polyphony.engine.op.Add;
import io.polyphony.engine.op.Conv2d;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;

/**
 * A convolution over three steps with gaps between them (dilation), beside a shortcut. Seen as a picture with as many
 * columns as the gap is wide, neighbours in a column are a gap apart, so that no gaps are left.
 */
public final class GappedConvolution {
    private static final int KERNEL = 3;
    private static final int GROUPS = 4;

    private GappedConvolution() {}

    /** From [batch, steps, n] to the same shape; the gap must divide the steps. */
    public static Node of(Graph graph, String name, Node x, int gap) {
        int steps = x.shape().extent(1);
        int width = x.shape().last();
        var weight = graph.parameter(
                name + ".weight", Shape.of(KERNEL, 1, width, width), Initializer.he(KERNEL * width), true);
        var bias = graph.parameter(name + ".bias", Shape.of(width), Initializer.constant(0), false);
        var columns = graph.apply(new Reshape(Shape.of(graph.batch(), steps / gap, gap, width)), x);
        var convolved = graph.apply(new Conv2d(), columns, weight, bias);
        var bent = Normalised.rectified(graph, name, convolved, GROUPS);
        return graph.apply(new Add(), x, graph.apply(new Reshape(x.shape()), bent));
    }
}
