package io.polyphony.engine.network;

import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import java.util.List;

/**
 * A network's graph, and what more may be built on.
 *
 * @param embeddings what encoders make of the inputs, in the network's order
 * @param fused what heads read
 */
public record NetworkParts(Graph graph, List<Node> embeddings, List<Node> fused) {
    public NetworkParts {
        embeddings = List.copyOf(embeddings);
        fused = List.copyOf(fused);
    }
}
