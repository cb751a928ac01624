package io.polyphony.engine.fusion;

import io.polyphony.engine.program.Node;
import java.util.List;
import java.util.Map;

/** Puts heads on features. */
public interface Heads {

    /** The tasks, in the network's order. */
    List<String> tasks();

    /**
     * A new head per task, and before the heads what tasks share.
     *
     * @param name prefix of their parameters' names
     * @return the raw output of every task, [batch, its width]
     */
    Map<String, Node> on(String name, Node features);

    /** A new head for one task, on features that are its own already; its raw output. */
    Node on(String name, String task, Node features);
}
