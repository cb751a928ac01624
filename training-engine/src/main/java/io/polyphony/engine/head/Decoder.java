package io.polyphony.engine.head;

import io.polyphony.engine.encoder.Staged;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Members;
import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.op.Add;
import io.polyphony.engine.op.Concat;
import io.polyphony.engine.op.Conv2d;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.Stretch2d;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The decoder of a U-Net (Ronneberger 2015). From the coarsest of the encoder's maps it goes back to a finer one, doubling
 * the resolution and reading the encoder's map of that resolution again. What was fused from all inputs is added to every
 * pixel of the coarsest map, so that a text or a table has its say.
 *
 * @param maps of the encoder, finest first
 * @param dropout share of what was fused that is dropped in training
 * @param drawn what was drawn so far as fine as the finest map, by the node of what was fused
 */
public record Decoder(Graph graph, List<Node> maps, double dropout, Map<Integer, Node> drawn) {
    private static final int GROUPS = 4;
    private static final int LEAST_FILTERS = 8;

    public Decoder {
        maps = List.copyOf(maps);
    }

    /** One that has drawn nothing yet. */
    public Decoder(Graph graph, List<Node> maps, double dropout) {
        this(graph, maps, dropout, new HashMap<>());
    }

    /**
     * The embedding, and beside it the mean of every map but the finest: how much of something a picture holds, which its
     * other tasks (how many? what share?) need where there are answers that lie on it.
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

    /** Cells per side of the picture itself. */
    int size() {
        return maps.getFirst().shape().extent(1);
    }

    /**
     * A map as fine as the picture, made once for all heads of this decoder that read the same.
     *
     * @param name of the head that reads it
     * @param features [batch, any width], fused from all inputs
     */
    Node canvas(String name, Node features) {
        var known = drawn.get(features.id());
        if (known != null) {
            return known;
        }
        var made = back(name, features, 0);
        drawn.put(features.id(), made);
        return made;
    }

    /**
     * A map as fine as that one of the encoder's.
     *
     * @param features [batch, any width], fused from all inputs
     */
    Node back(String name, Node features, int finest) {
        var x = block(
                name + ".bottom", told(name, features), maps.getLast().shape().last());
        for (int scale = maps.size() - 2; scale >= finest; scale--) {
            var skip = maps.get(scale);
            int filters = Math.max(LEAST_FILTERS, maps.get(scale + 1).shape().last() / 2);
            var larger = stretched(x, skip.shape().extent(1), skip.shape().extent(2));
            x = block(name + ".scale" + scale, graph.apply(new Concat(), larger, skip), filters);
        }
        return x;
    }

    Node stretched(Node x, int height, int width) {
        return graph.apply(new Stretch2d(height, width), x);
    }

    /** The coarsest map, told what was fused. */
    private Node told(String name, Node features) {
        var coarsest = maps.getLast();
        int channels = coarsest.shape().last();
        var said = Linear.of(graph, name + ".told", Drop.of(graph, features, dropout), channels);
        var pixel = graph.apply(new Reshape(Shape.of(graph.batch(), 1, 1, channels)), said);
        var everywhere =
                stretched(pixel, coarsest.shape().extent(1), coarsest.shape().extent(2));
        return graph.apply(new Add(), coarsest, everywhere);
    }

    /** A 3 x 3 convolution, normalised and rectified. */
    Node block(String name, Node x, int filters) {
        return block(name, x, filters, 1);
    }

    Node block(String name, Node x, int filters, int stride) {
        var weight = Initializer.he(9 * x.shape().last());
        var convolved = convolved(name, x, new Kernel(3, stride), filters, weight, 0);
        return Normalised.rectified(graph, name, convolved, GROUPS);
    }

    /** What is said of every pixel by itself. */
    Node pixels(String name, Node x, int channels, double bias) {
        return convolved(
                name,
                x,
                new Kernel(1, 1),
                channels,
                Initializer.glorot(x.shape().last(), 1),
                bias);
    }

    private record Kernel(int size, int stride) {}

    private Node convolved(String name, Node x, Kernel kernel, int filters, Initializer initializer, double level) {
        var shape = Shape.of(kernel.size, kernel.size, x.shape().last(), filters);
        var weight = graph.parameter(name + ".weight", shape, initializer, true);
        var bias = graph.parameter(name + ".bias", Shape.of(filters), Initializer.constant(level), false);
        return graph.apply(new Conv2d(kernel.stride), x, weight, bias);
    }
}
