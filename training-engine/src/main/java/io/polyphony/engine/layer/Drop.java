package io.polyphony.engine.layer;

import io.polyphony.engine.op.Dropout;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;

/** Dropout, or nothing where the share is 0. */
public final class Drop {
    private Drop() {}

    public static Node of(Graph graph, Node x, double share) {
        return share == 0 ? x : graph.apply(new Dropout(share), x);
    }
}
