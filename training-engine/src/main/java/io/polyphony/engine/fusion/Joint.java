package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Learned;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.op.Concat;
import io.polyphony.engine.op.MaskedSoftmax;
import io.polyphony.engine.op.Member;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.ScaleMembers;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a fusion works: the embeddings h_m of m inputs, what they are made of, and who is present.
 *
 * @param embeddings [batch, their own width] each
 * @param sequences the same inputs in pieces, those without pieces in one
 * @param presence [batch, inputs] of 0 and 1
 */
public record Joint(Graph graph, List<Node> embeddings, List<Tokens> sequences, Node presence) {
    /** Attention is a matter of pieces times pieces: of longer inputs, neighbours become one. */
    private static final int MOST_PIECES = 64;

    public Joint {
        embeddings = List.copyOf(embeddings);
        sequences = List.copyOf(sequences);
    }

    /** Where every input comes in one piece. */
    public Joint(Graph graph, List<Node> embeddings, Node presence) {
        this(
                graph,
                embeddings,
                embeddings.stream()
                        .map(embedding -> Tokens.one(graph, embedding))
                        .toList(),
                presence);
    }

    int inputs() {
        return embeddings.size();
    }

    /** z_m = LayerNorm(W_m h_m + b_m), each [batch, width]. */
    List<Node> projected(int width) {
        var projected = new ArrayList<Node>();
        for (int m = 0; m < inputs(); m++) {
            var linear = Linear.of(graph, "fusion.project" + m, embeddings.get(m), width);
            projected.add(Normalised.of(graph, "fusion.norm" + m, linear));
        }
        return projected;
    }

    /** W_m h_m + b_m, each [batch, width]; near zero to begin with. */
    List<Node> mapped(int width) {
        var mapped = new ArrayList<Node>();
        for (int m = 0; m < inputs(); m++) {
            mapped.add(Linear.faint(graph, "fusion.map" + m, embeddings.get(m), width));
        }
        return mapped;
    }

    /** Members of one width as [batch, members, width]. */
    Node stacked(List<Node> members) {
        var row = SideBySide.of(graph, members);
        int width = members.getFirst().shape().last();
        return graph.apply(new Reshape(Shape.of(graph.batch(), members.size(), width)), row);
    }

    /** Projected inputs as tokens [batch, inputs, width], each with a learned vector that tells which input it is. */
    Node placed(int width) {
        return Learned.added(graph, "fusion.places", stacked(projected(width)));
    }

    /** x_m = LayerNorm(W_m s_m + b_m) of the pieces of each input, with their places; masked where the input is missing. */
    List<Tokens> pieces(int width) {
        var there = graph.apply(new Reshape(Shape.of(graph.batch(), inputs(), 1)), presence);
        var pieces = new ArrayList<Tokens>();
        for (int m = 0; m < inputs(); m++) {
            var tokens = sequences.get(m).atMost(graph, MOST_PIECES);
            var linear = Linear.of(graph, "fusion.project" + m, tokens.vectors(), width);
            var vectors = Normalised.of(graph, "fusion.norm" + m, linear);
            var placed = tokens.count() == 1 ? vectors : Learned.added(graph, "fusion.places" + m, vectors);
            pieces.add(tokens.with(placed).where(graph, graph.apply(new Member(m), there)));
        }
        return pieces;
    }

    /** [p_1 z_1 ; p_2 z_2 ; .. ; p]: members [batch, inputs, width] side by side, zero where missing, with who is present. */
    Node known(Node members) {
        var present = graph.apply(new ScaleMembers(), members, presence);
        int width = members.shape().last();
        var row = graph.apply(new Reshape(Shape.of(graph.batch(), inputs() * width)), present);
        return graph.apply(new Concat(), row, presence);
    }

    /** One of the members [batch, inputs, width], zero where that input is missing. */
    Node presentOf(Node members, int input) {
        return graph.apply(new Member(input), graph.apply(new ScaleMembers(), members, presence));
    }

    /** What [batch, n] is in rows that have that input; zero elsewhere. */
    Node where(int input, Node row) {
        int width = row.shape().last();
        var there = graph.apply(new Reshape(Shape.of(graph.batch(), inputs(), 1)), presence);
        var single = graph.apply(new Reshape(Shape.of(graph.batch(), 1, width)), row);
        return graph.apply(
                new Member(0), graph.apply(new ScaleMembers(), single, graph.apply(new Member(input), there)));
    }

    /** Equal shares of the inputs that are present, [batch, inputs, 1]. */
    Node equalShares() {
        return shares(graph.constant(0, Shape.of(graph.batch(), inputs(), 1)));
    }

    /** Learned shares, the same for every row: softmax(w + log presence), [batch, inputs, 1]. */
    Node learnedShares(String name) {
        var rows = Learned.row(graph, name, inputs(), 0);
        return shares(graph.apply(new Reshape(Shape.of(graph.batch(), inputs(), 1)), rows));
    }

    /** Shares over inputs from logits [batch, inputs, n]; missing inputs have none. */
    Node shares(Node logits) {
        return graph.apply(new MaskedSoftmax(), logits, presence);
    }
}
