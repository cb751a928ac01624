package io.polyphony.engine.layer;

import io.polyphony.engine.op.MaxPool2d;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Convolution blocks, each with twice the channels of the one before, and what is read out of them. A mean over all pixels would forget where things are; on
 * small data that costs more than the parameters that remembering takes.
 */
public final class ConvolutionStack {

    /** Most cells per side of a picture's last grid. */
    public static final int CELLS = 4;

    private static final int GROUPS = 4;

    private ConvolutionStack() {}

    /** For pictures: the last block's result, brought to at most 4 x 4 cells, as one row: [batch, cells * channels]. */
    public static Node grid(Graph graph, Node last) {
        var features = last;
        while (Math.max(features.shape().extent(1), features.shape().extent(2)) > CELLS
                && Math.min(features.shape().extent(1), features.shape().extent(2)) > 1) {
            features = graph.apply(new MaxPool2d(), features);
        }
        var row = features.shape().size() / graph.batch();
        return graph.apply(new Reshape(Shape.of(graph.batch(), row)), features);
    }

    /**
     * For spectrograms: every channel in every band by time. Where in time something happens matters little and in which band much, so that an embedding is the
     * mean over time. From [batch, frames, bands, channels] to [batch, frames / 2^blocks, bands / 2^blocks * width * 2^(blocks - 1)].
     */
    public static Node overTime(Graph graph, String name, Node x, int width, int blocks) {
        var features = blocks(graph, name, x, width, blocks).getLast();
        int row = features.shape().extent(2) * features.shape().last();
        return graph.apply(new Reshape(Shape.of(graph.batch(), features.shape().extent(1), row)), features);
    }

    /**
     * What each block puts out for large pictures: before them comes a {@link PictureStem}, whose map is the first.
     *
     * @param stride of the stem; 1 for none
     */
    public static List<Node> blocks(Graph graph, String name, Node x, int width, int blocks, int stride) {
        if (stride == 1) {
            return blocks(graph, name, x, width, blocks);
        }
        var stem = PictureStem.of(graph, name + ".stem", x, width, stride, GROUPS);
        var features = new ArrayList<>(List.of(stem));
        features.addAll(blocks(graph, name, stem, width, blocks));
        return features;
    }

    /** What each block puts out, the last being [batch, height / 2^blocks, width / 2^blocks, width * 2^(blocks - 1)]. */
    public static List<Node> blocks(Graph graph, String name, Node x, int width, int blocks) {
        var features = new ArrayList<Node>();
        for (int i = 0; i < blocks; i++) {
            var before = features.isEmpty() ? x : features.getLast();
            features.add(ConvolutionBlock.of(graph, name + ".block" + i, before, width << i));
        }
        return features;
    }
}
