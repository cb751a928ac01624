package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Learned;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.layer.SideBySide;
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
 * Where a fusion works: the embeddings h_m of m inputs and who is present.
 *
 * @param embeddings [batch, their own width] each
 * @param presence [batch, inputs] of 0 and 1
 */
public record Joint(Graph graph, List<Node> embeddings, Node presence) {
    public Joint {
        embeddings = List.copyOf(embeddings);
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

    /** One of the members [batch, inputs, width], zero where that input is missing. */
    Node presentOf(Node members, int input) {
        return graph.apply(new Member(input), graph.apply(new ScaleMembers(), members, presence));
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
