package io.polyphony.engine.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows ready for the network: features per input, labels per task. */
public record EncodedRows(int rows, Map<String, InputFeatures> inputs, Map<String, TaskLabels> labels) {

    public EncodedRows {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** These rows, in this order. */
    public EncodedRows select(int[] selection) {
        var features = new LinkedHashMap<String, InputFeatures>();
        inputs.forEach((name, input) -> features.put(name, input.select(selection)));
        var targets = new LinkedHashMap<String, TaskLabels>();
        labels.forEach((name, target) -> targets.put(name, target.select(selection)));
        return new EncodedRows(selection.length, features, targets);
    }
}
