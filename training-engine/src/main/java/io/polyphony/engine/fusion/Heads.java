package io.polyphony.engine.fusion;

import io.polyphony.engine.program.Node;
import java.util.Map;

/** Puts one head per task on features. */
@FunctionalInterface
public interface Heads {

    /**
     * New heads.
     *
     * @param name prefix of their parameters' names
     * @return the raw output of every task, [batch, its width]
     */
    Map<String, Node> on(String name, Node features);
}
