package io.polyphony.engine.program;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose a parameter or table is, by its name.
 *
 * @param parts the part of the network that added it, where it was added for one
 * @param outputs the output that alone depends on it, where there is one
 */
public record Ownership(Map<String, String> parts, Map<String, String> outputs) {
    public Ownership {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    static Ownership of(Graph graph) {
        var alone = new LinkedHashMap<String, String>();
        Readers.of(graph).outputs().forEach((name, outputs) -> {
            if (outputs.size() == 1) {
                alone.put(name, outputs.getFirst());
            }
        });
        return new Ownership(graph.owners(), alone);
    }
}
