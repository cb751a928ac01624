package io.polyphony.engine.network;

import io.polyphony.engine.encoder.Sequenced.Sequence;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.op.Mix;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;

/**
 * What encoders make of rows, mixed with what they make of others.
 *
 * @param partners codes [batch, 1]: whom a row is mixed with
 * @param shares [batch, 1]: how much of a row stays
 */
record Mixed(Graph graph, Node partners, Node shares) {

    /** Pieces are mixed place by place; where one row has a piece, the mixed one has. */
    Sequence of(Sequence encoded) {
        var vectors = encoded.tokens().vectors();
        var row = Shape.of(graph.batch(), vectors.shape().size() / graph.batch());
        var mixed = rows(graph.apply(new Reshape(row), vectors));
        return new Sequence(
                rows(encoded.embedding()),
                new Tokens(
                        graph.apply(new Reshape(vectors.shape()), mixed),
                        rows(encoded.tokens().mask())));
    }

    /** Rows [batch, n]. */
    Node rows(Node rows) {
        return graph.apply(new Mix(), rows, partners, shares);
    }
}
