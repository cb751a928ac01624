package io.polyphony.engine.layer;

import io.polyphony.engine.op.Add;
import io.polyphony.engine.op.Attention;
import io.polyphony.engine.op.Gelu;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import java.util.List;

/**
 * Attention and a two-layer perceptron, each behind a normalisation and beside a shortcut (pre-norm, Xiong 2020).
 *
 * @param heads must divide the width
 * @param dropout share of what is added to the shortcut that is dropped in training
 */
public record TransformerBlock(int heads, double dropout) {
    private static final int EXPANSION = 2;

    /** Most heads of at least 16 units that divide a width, up to 4. */
    public static int heads(int width) {
        return width % 64 == 0 ? 4 : width % 32 == 0 ? 2 : 1;
    }

    /** Members [batch, m, n] that attend to each other, as far as the mask [batch, m] lets them. */
    public Node self(Graph graph, String name, Node members, Node mask) {
        var read = Normalised.of(graph, name + ".attend", members);
        return perceptron(graph, name, attend(graph, name, members, read, read, mask));
    }

    /** Members [batch, m, n] that attend to others [batch, k, n] behind a mask [batch, k]. */
    public Node cross(Graph graph, String name, Node members, Node others, Node mask) {
        var read = Normalised.of(graph, name + ".attend", members);
        var source = Normalised.of(graph, name + ".source", others);
        return perceptron(graph, name, attend(graph, name, members, read, source, mask));
    }

    /** Members [batch, m, n] that attend to each of several others and add up what they find there (after Tsai 2019). */
    public Node across(Graph graph, String name, Node members, List<Tokens> others) {
        var read = Normalised.of(graph, name + ".attend", members);
        var told = members;
        for (int k = 0; k < others.size(); k++) {
            var source =
                    Normalised.of(graph, name + ".source" + k, others.get(k).vectors());
            told = attend(
                    graph, name + ".from" + k, told, read, source, others.get(k).mask());
        }
        return perceptron(graph, name, told);
    }

    private Node attend(Graph graph, String name, Node members, Node read, Node source, Node mask) {
        int width = members.shape().last();
        var queries = Linear.of(graph, name + ".queries", read, width);
        var pairs = Linear.of(graph, name + ".pairs", source, 2 * width);
        var mixed = graph.apply(new Attention(heads), queries, pairs, mask);
        var added = Drop.of(graph, Linear.of(graph, name + ".mixed", mixed, width), dropout);
        return graph.apply(new Add(), members, added);
    }

    private Node perceptron(Graph graph, String name, Node members) {
        int width = members.shape().last();
        var read = Normalised.of(graph, name + ".think", members);
        var hidden = graph.apply(new Gelu(), Linear.of(graph, name + ".hidden", read, EXPANSION * width));
        var added = Drop.of(graph, Linear.of(graph, name + ".thought", hidden, width), dropout);
        return graph.apply(new Add(), members, added);
    }
}
