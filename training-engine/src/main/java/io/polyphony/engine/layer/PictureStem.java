package io.polyphony.engine.layer;

import io.polyphony.engine.op.Conv2d;
import io.polyphony.engine.op.MaxPool2d;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;

/**
 * How large pictures begin (He 2016): a convolution of 7 x 7 that takes every other pixel, then maxima of 2 x 2. It reads
 * every pixel once, and what follows works on a map that is smaller by the stride: twice as large a picture costs little more.
 */
final class PictureStem {
    private static final int KERNEL = 7;

    private PictureStem() {}

    /**
     * The first map of pictures [batch, height, width, channels]: [batch, height / stride, width / stride, filters].
     *
     * @param stride 2, 4 or 8
     * @param groups of the normalisation
     */
    static Node of(Graph graph, String name, Node x, int filters, int stride, int groups) {
        Check.range("stride", stride, 2, 8);
        int channels = x.shape().last();
        var weight = graph.parameter(
                name + ".weight",
                Shape.of(KERNEL, KERNEL, channels, filters),
                Initializer.he(KERNEL * KERNEL * channels),
                true);
        var bias = graph.parameter(name + ".bias", Shape.of(filters), Initializer.constant(0), false);
        var features = graph.apply(new Conv2d(2), x, weight, bias);
        for (int left = stride / 2; left > 1; left /= 2) {
            features = graph.apply(new MaxPool2d(), features);
        }
        return Normalised.rectified(graph, name, features, groups);
    }
}
