package io.polyphony.engine.layer;

import io.polyphony.engine.op.GroupNorm;
import io.polyphony.engine.op.LayerNorm;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;

/** Layer normalisation with learned gain and shift. */
public final class Normalised {
    private Normalised() {}

    public static Node of(Graph graph, String name, Node x) {
        var shape = Shape.of(x.shape().last());
        var gain = graph.parameter(name + ".gain", shape, Initializer.constant(1), false);
        var shift = graph.parameter(name + ".shift", shape, Initializer.constant(0), false);
        return graph.apply(new LayerNorm(), x, gain, shift);
    }

    /** Group normalisation of pictures with learned gain and shift; one group where the channels do not divide. */
    public static Node groups(Graph graph, String name, Node x, int groups) {
        return groups(graph, name, x, groups, false);
    }

    /** The same, then max(., 0). */
    public static Node rectified(Graph graph, String name, Node x, int groups) {
        return groups(graph, name, x, groups, true);
    }

    private static Node groups(Graph graph, String name, Node x, int groups, boolean rectified) {
        int channels = x.shape().last();
        var shape = Shape.of(channels);
        var gain = graph.parameter(name + ".gain", shape, Initializer.constant(1), false);
        var shift = graph.parameter(name + ".shift", shape, Initializer.constant(0), false);
        return graph.apply(new GroupNorm(channels % groups == 0 ? groups : 1, rectified), x, gain, shift);
    }
}
