package io.polyphony.engine.head;

import io.polyphony.engine.op.LogSumExp;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;

/**
 * Counts what is on a picture as the sum of a density over its places (Lempitsky and Zisserman 2010, "Learning to count
 * objects in images"): twice as much to see counts twice. The density is never negative, since the network says its logarithm, and
 * it lies on every other pixel of what a U-Net's decoder makes of the picture; masks of the same picture are drawn on that, too.
 * What it puts out is the logarithm of the sum, in units of the mean count. It begins with a mean count for every picture.
 */
public record CountHead(Decoder decoder) implements SceneHead {
    private static final int FILTERS = 16;

    @Override
    public Node on(String name, Node features, int width) {
        Graph graph = decoder.graph();
        var near = decoder.block(name + ".near", decoder.canvas(name, features), FILTERS, 2);
        var wide = decoder.block(name + ".wide", near, FILTERS);
        int places = wide.shape().extent(1) * wide.shape().extent(2);
        var density = decoder.pixels(name + ".density", wide, 1, -Math.log(places));
        return graph.apply(new LogSumExp(), graph.apply(new Reshape(Shape.of(graph.batch(), places)), density));
    }
}
