package io.polyphony.engine.layer;

import io.polyphony.engine.op.Conv2d;
import io.polyphony.engine.op.MaxPool2d;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;

/**
 * A 3 x 3 convolution, ReLU and a 2 x 2 maximum. The ReLU comes after the maximum: the same function, for a quarter of
 * the numbers.
 */
public final class ConvolutionBlock {
    private static final int GROUPS = 4;

    private ConvolutionBlock() {}

    public static Node of(Graph graph, String name, Node x, int filters) {
        int channels = x.shape().last();
        var weight = graph.parameter(
                name + ".weight", Shape.of(3, 3, channels, filters), Initializer.he(9 * channels), true);
        var bias = graph.parameter(name + ".bias", Shape.of(filters), Initializer.constant(0), false);
        var convolved = graph.apply(new Conv2d(), x, weight, bias);
        return Normalised.rectified(graph, name, graph.apply(new MaxPool2d(), convolved), GROUPS);
    }
}
