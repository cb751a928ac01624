package io.polyphony.engine.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer of a Keras model.
 *
 * @param kind its class in Keras
 * @param config what its constructor is given
 * @param inbound names of the layers that it reads
 * @param arrays what it has learned, in Keras's order
 */
record KerasLayer(
        String name, String kind, Map<String, Object> config, List<String> inbound, Map<String, KerasArray> arrays) {
    KerasLayer {
        config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
        inbound = List.copyOf(inbound);
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /** Its entry in a functional model's configuration. */
    Map<String, Object> json() {
        var own = new LinkedHashMap<String, Object>();
        own.put("name", name);
        own.put("trainable", true);
        own.putAll(config);
        var reads =
                inbound.stream().map(layer -> List.of(layer, 0, 0, Map.of())).toList();
        var json = new LinkedHashMap<String, Object>();
        json.put("class_name", kind);
        json.put("name", name);
        json.put("config", own);
        json.put("inbound_nodes", reads.isEmpty() ? List.of() : List.of(reads));
        return json;
    }
}
