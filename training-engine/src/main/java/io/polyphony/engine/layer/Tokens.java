package io.polyphony.engine.layer;

import io.polyphony.engine.op.MaskedSoftmax;
import io.polyphony.engine.op.MatMul;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.ScaleMembers;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.List;

/**
 * An input in pieces: the words of a text, the moments of a sound, the cells of a table or of a picture.
 *
 * @param vectors [batch, n, any width]
 * @param mask [batch, n], above 0 where there is a piece; what it is there says how much the piece counts in a mean
 */
public record Tokens(Node vectors, Node mask) {

    /** All of these pieces are there and count the same. */
    public static Tokens all(Graph graph, Node vectors) {
        return new Tokens(
                vectors,
                graph.constant(1, Shape.of(graph.batch(), vectors.shape().extent(1))));
    }

    /** An input in one piece [batch, n]. */
    public static Tokens one(Graph graph, Node embedding) {
        var shape = Shape.of(graph.batch(), 1, embedding.shape().last());
        return all(graph, graph.apply(new Reshape(shape), embedding));
    }

    /** The pieces of a picture [batch, height, width, channels], from left to right and from top to bottom. */
    public static Tokens cells(Graph graph, Node map) {
        int cells = map.shape().extent(1) * map.shape().extent(2);
        return all(
                graph,
                graph.apply(
                        new Reshape(Shape.of(graph.batch(), cells, map.shape().last())), map));
    }

    public int count() {
        return vectors.shape().extent(1);
    }

    /** The same mask with other vectors. */
    public Tokens with(Node others) {
        return new Tokens(others, mask);
    }

    /** Only where the numbers [batch, 1] are 1. */
    public Tokens where(Graph graph, Node there) {
        var row = graph.apply(new Reshape(Shape.of(graph.batch(), 1, count())), mask);
        var open = graph.apply(new ScaleMembers(), row, there);
        return new Tokens(vectors, graph.apply(new Reshape(mask.shape()), open));
    }

    /** The mean of the pieces that are there, [batch, width]; zero where there is none. */
    public Node mean(Graph graph) {
        var logits = graph.constant(0, Shape.of(graph.batch(), count(), 1));
        return graph.apply(new WeightedSum(), graph.apply(new MaskedSoftmax(), logits, mask), vectors);
    }

    /** At most so many pieces: neighbours become one, their mean. */
    public Tokens atMost(Graph graph, int most) {
        int size = Math.ceilDiv(count(), most);
        if (size == 1) {
            return this;
        }
        int groups = Math.ceilDiv(count(), size);
        var whole = padded(graph, groups * size - count());
        int rows = graph.batch() * groups;
        int width = vectors.shape().last();
        var logits = graph.constant(0, Shape.of(graph.batch(), groups * size));
        var masks = graph.apply(new Reshape(Shape.of(rows, size)), whole.mask);
        var shares = graph.apply(new MaskedSoftmax(), graph.apply(new Reshape(Shape.of(rows, size, 1)), logits), masks);
        var parts = graph.apply(new Reshape(Shape.of(rows, size, width)), whole.vectors);
        var means = graph.apply(new WeightedSum(), shares, parts);
        var sums = graph.apply(new MatMul(), masks, graph.constant(1, Shape.of(size, 1)));
        return new Tokens(
                graph.apply(new Reshape(Shape.of(graph.batch(), groups, width)), means),
                graph.apply(new Reshape(Shape.of(graph.batch(), groups)), sums));
    }

    /** With so many more pieces that are not there. */
    private Tokens padded(Graph graph, int more) {
        if (more == 0) {
            return this;
        }
        int width = vectors.shape().last();
        var nothing = graph.constant(0, Shape.of(graph.batch(), more, width));
        var absent = graph.constant(0, Shape.of(graph.batch(), more));
        return new Tokens(Members.joined(graph, vectors, nothing), SideBySide.of(graph, List.of(mask, absent)));
    }
}
