package io.polyphony.engine.network;

import io.polyphony.engine.fusion.Heads;
import io.polyphony.engine.program.Node;
import java.util.List;
import java.util.Map;

/**
 * Heads that note what they are put on.
 *
 * @param read grows
 */
record NotingHeads(Heads heads, List<Node> read) implements Heads {

    @Override
    public List<String> tasks() {
        return heads.tasks();
    }

    @Override
    public Map<String, Node> on(String name, Node features) {
        read.add(features);
        return heads.on(name, features);
    }

    @Override
    public Node on(String name, String task, Node features) {
        read.add(features);
        return heads.on(name, task, features);
    }
}
