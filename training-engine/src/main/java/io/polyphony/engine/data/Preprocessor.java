package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was fitted on the train rows: a featurizer per input and a codec per task. It is saved with the model, so that rows seen later
 * are treated exactly as the train rows were.
 */
public record Preprocessor(List<InputSpec> inputs, Map<String, Featurizer> featurizers, List<TaskCodec> codecs) {

    public Preprocessor {
        inputs = List.copyOf(inputs);
        featurizers = Collections.unmodifiableMap(new LinkedHashMap<>(featurizers));
        codecs = List.copyOf(codecs);
    }

    /** Features and labels of these rows, in this order. */
    public EncodedRows encode(Table table, int[] rows) {
        var labels = new LinkedHashMap<String, TaskLabels>();
        codecs.forEach(codec -> labels.put(codec.task().name(), codec.encode(table, rows)));
        return new EncodedRows(rows.length, features(table, rows), labels);
    }

    /** Features alone, for rows whose targets nobody knows. */
    public Map<String, InputFeatures> features(Table table, int[] rows) {
        var features = new LinkedHashMap<String, InputFeatures>();
        featurizers.forEach((name, featurizer) -> features.put(name, featurizer.apply(table, rows)));
        return features;
    }

    /** What the network's encoders find, by input. */
    public Map<String, InputLayout> layouts() {
        var layouts = new LinkedHashMap<String, InputLayout>();
        featurizers.forEach((name, featurizer) -> layouts.put(name, featurizer.layout()));
        return layouts;
    }

    public List<TaskSpec> tasks() {
        var tasks = new ArrayList<TaskSpec>();
        codecs.forEach(codec -> tasks.add(codec.task()));
        return tasks;
    }

    /**
     * The codec of that task.
     *
     * @throws IllegalArgumentException when there is none
     */
    public TaskCodec codec(String task) {
        return codecs.stream()
                .filter(codec -> codec.task().name().equals(task))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no task (%s).%nThe model was fitted for %s.".formatted(task, tasks())));
    }
}
