package io.polyphony.engine.layer;

import io.polyphony.engine.op.Concat;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import java.util.List;

/** Concatenation, or nothing where there is but one. */
public final class SideBySide {
    private SideBySide() {}

    public static Node of(Graph graph, List<Node> parts) {
        return parts.size() == 1 ? parts.getFirst() : graph.apply(new Concat(), parts.toArray(Node[]::new));
    }
}
