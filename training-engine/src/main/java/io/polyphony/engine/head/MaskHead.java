package io.polyphony.engine.head;

import io.polyphony.engine.encoder.Staged;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Members;
import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.op.Add;
import io.polyphony.engine.op.Concat;
import io.polyphony.engine.op.Conv2d;
import io.polyphony.engine.op.Relu;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.Stretch2d;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws on pictures: the decoder of a U-Net (Ronneberger 2015). From the coarsest of the encoder's maps it goes back to the
 * finest, doubling the resolution and reading the encoder's map of that resolution again. What was fused from all inputs is
 * added to every pixel of the coarsest map, so that a text or a table has its say.
 *
 * @param maps of the encoder, finest first
 */
public record MaskHead(Graph graph, List<Node> maps) {
    private static final int GROUPS = 4;
    private static final int LEAST_FILTERS = 8;

    public MaskHead {
        maps = List.copyOf(maps);
    }

    /**
     * The embedding, and beside it the mean of every map but the finest: how much of something a picture holds, which its
     * other tasks (how many? what share?) need where there are masks to be drawn.
     */
    public static Node summed(Graph graph, Staged.Stages stages) {
        var parts = new ArrayList<Node>(List.of(stages.embedding()));
        for (var map : stages.maps().subList(1, stages.maps().size())) {
            int pixels = map.shape().extent(1) * map.shape().extent(2);
            var members =
                    new Reshape(Shape.of(graph.batch(), pixels, map.shape().last()));
            parts.add(Members.mean(graph, graph.apply(members, map)));
        }
        return SideBySide.of(graph, parts);
    }

    /**
     * Logits of every pixel of the picture, row-major [height, width, channels] in a row of the batch.
     *
     * @param features [batch, any width], fused from all inputs
     * @param width height * width * channels
     */
    Node on(String name, Node features, int width) {
        var x = block(
                name + ".bottom", told(name, features), maps.getLast().shape().last());
        for (int scale = maps.size() - 2; scale >= 0; scale--) {
            var skip = maps.get(scale);
            int filters = Math.max(LEAST_FILTERS, maps.get(scale + 1).shape().last() / 2);
            var larger = graph.apply(
                    new Stretch2d(skip.shape().extent(1), skip.shape().extent(2)), x);
            x = block(name + ".scale" + scale, graph.apply(new Concat(), larger, skip), filters);
        }
        int pixels = x.shape().extent(1) * x.shape().extent(2);
        var logits = convolved(
                name + ".pixels",
                x,
                1,
                width / pixels,
                Initializer.glorot(x.shape().last(), 1));
        return graph.apply(new Reshape(Shape.of(graph.batch(), width)), logits);
    }

    /** The coarsest map, told what was fused. */
    private Node told(String name, Node features) {
        var coarsest = maps.getLast();
        int channels = coarsest.shape().last();
        var said = Linear.of(graph, name + ".told", features, channels);
        var pixel = graph.apply(new Reshape(Shape.of(graph.batch(), 1, 1, channels)), said);
        var everywhere = graph.apply(
                new Stretch2d(coarsest.shape().extent(1), coarsest.shape().extent(2)), pixel);
        return graph.apply(new Add(), coarsest, everywhere);
    }

    private Node block(String name, Node x, int filters) {
        int inputs = 9 * x.shape().last();
        var convolved = convolved(name, x, 3, filters, Initializer.he(inputs));
        return graph.apply(new Relu(), Normalised.groups(graph, name, convolved, GROUPS));
    }

    private Node convolved(String name, Node x, int kernel, int filters, Initializer initializer) {
        var shape = Shape.of(kernel, kernel, x.shape().last(), filters);
        var weight = graph.parameter(name + ".weight", shape, initializer, true);
        var bias = graph.parameter(name + ".bias", Shape.of(filters), Initializer.constant(0), false);
        return graph.apply(new Conv2d(), x, weight, bias);
    }
}
