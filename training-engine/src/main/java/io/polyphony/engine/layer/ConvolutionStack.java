package io.polyphony.engine.layer;

import io.polyphony.engine.op.GlobalAveragePool;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;

/** Convolution blocks, each with twice the channels of the one before, then the mean over all pixels. */
public final class ConvolutionStack {
    private ConvolutionStack() {}

    /** From [batch, height, width, channels] to [batch, width * 2^(blocks - 1)]. */
    public static Node of(Graph graph, String name, Node x, int width, int blocks) {
        var features = x;
        for (int i = 0; i < blocks; i++) {
            features = ConvolutionBlock.of(graph, name + ".block" + i, features, width << i);
        }
        return graph.apply(new GlobalAveragePool(), features);
    }
}
