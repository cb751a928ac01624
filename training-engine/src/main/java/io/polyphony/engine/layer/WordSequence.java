package io.polyphony.engine.layer;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.op.EmbeddingRows;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;

/**
 * A text's tokens as vectors, in their order.
 *
 * @param vectors [batch, length, width], zero for padding and dropped tokens
 * @param weights [batch, length], 0 for padding and dropped tokens; those of a row add up to 1
 */
public record WordSequence(Node vectors, Node weights) {

    /** The tokens of the input; {@code deviation} is that of the first vectors. */
    public static WordSequence of(Graph graph, InputLayout layout, int width, double deviation) {
        var tokens = layout.block(InputLayout.TOKENS);
        var codes = graph.codes(layout.qualified(InputLayout.TOKENS), tokens.size());
        var weights = graph.input(layout.qualified(InputLayout.WEIGHTS), tokens.size());
        var table =
                graph.table(layout.input() + ".words", tokens.cardinalities()[0], width, Initializer.normal(deviation));
        return new WordSequence(graph.apply(new EmbeddingRows(), codes, table, weights), weights);
    }

    public int length() {
        return weights.shape().last();
    }

    /** The weighted mean of members [batch, length, n]. */
    public Node mean(Graph graph, Node members) {
        var shares = graph.apply(new Reshape(Shape.of(graph.batch(), length(), 1)), weights);
        return graph.apply(new WeightedSum(), shares, members);
    }
}
