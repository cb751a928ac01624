package io.polyphony.engine.layer;

import io.polyphony.engine.op.Conv2d;
import io.polyphony.engine.op.RectifiedSum;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A residual network (He 2016) with group normalisation: one convolution, then stages of blocks of two convolutions beside
 * a shortcut; every stage but the first halves the picture and doubles the channels.
 *
 * @param width channels of the first stage
 * @param stages how many
 * @param blocks per stage
 * @param stride how many times smaller than the pictures the first stage is: 1, or 2, 4 or 8 by a {@link PictureStem}
 */
public record ResidualStack(int width, int stages, int blocks, int stride) {
    private static final int GROUPS = 8;

    /** One whose first stage is as large as the pictures. */
    public ResidualStack(int width, int stages, int blocks) {
        this(width, stages, blocks, 1);
    }

    /** The last stage's features of pictures [batch, height, width, channels]. */
    public Node features(Graph graph, String name, Node x) {
        return stages(graph, name, x).getLast();
    }

    /** Every stage's features. */
    public List<Node> stages(Graph graph, String name, Node x) {
        var features = stem(graph, name + ".stem", x);
        var all = new ArrayList<Node>();
        for (int stage = 0; stage < stages; stage++) {
            for (int block = 0; block < blocks; block++) {
                int step = stage > 0 && block == 0 && features.shape().extent(2) > 1 ? 2 : 1;
                features = block(graph, name + ".stage" + stage + "." + block, features, width << stage, step);
            }
            all.add(features);
        }
        return all;
    }

    private Node stem(Graph graph, String name, Node x) {
        return stride == 1
                ? Normalised.rectified(graph, name, convolved(graph, name, x, width, 3, 1), GROUPS)
                : PictureStem.of(graph, name, x, width, stride, GROUPS);
    }

    private static Node block(Graph graph, String name, Node x, int filters, int stride) {
        var first = Normalised.rectified(
                graph, name + ".first", convolved(graph, name + ".first", x, filters, 3, stride), GROUPS);
        var second = normalised(graph, name + ".second", first, filters, 3, 1);
        boolean same = stride == 1 && x.shape().last() == filters;
        var shortcut = same ? x : normalised(graph, name + ".shortcut", x, filters, 1, stride);
        return graph.apply(new RectifiedSum(), second, shortcut);
    }

    private static Node normalised(Graph graph, String name, Node x, int filters, int kernel, int stride) {
        return Normalised.groups(graph, name, convolved(graph, name, x, filters, kernel, stride), GROUPS);
    }

    private static Node convolved(Graph graph, String name, Node x, int filters, int kernel, int stride) {
        int channels = x.shape().last();
        int height = x.shape().extent(1) == 1 ? 1 : kernel; // A series is a picture of one line.
        var weight = graph.parameter(
                name + ".weight",
                Shape.of(height, kernel, channels, filters),
                Initializer.he(height * kernel * channels),
                true);
        var bias = graph.parameter(name + ".bias", Shape.of(filters), Initializer.constant(0), false);
        return graph.apply(new Conv2d(stride), x, weight, bias);
    }
}
