package io.polyphony.engine.sharing;

import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All heads read what was fused (Caruana 1997). */
public record HardSharing() implements SharingSpec {

    @Override
    public Map<String, Node> features(Graph graph, String name, Node fused, List<String> tasks) {
        var features = new LinkedHashMap<String, Node>();
        tasks.forEach(task -> features.put(task, fused));
        return features;
    }
}
