package io.polyphony.engine.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All that was fitted on the train rows: a featurizer per input and a codec per task. It is saved with the model, so that rows seen later
 * are treated exactly as the train rows were.
 */
public record Preprocessor(List<InputSpec> inputs, Map<String, Featurizer> featurizers, List<TaskCodec> codecs) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Preprocessor {
        inputs = List.copyOf(inputs);
        featurizers = Collections.unmodifiableMap(new LinkedHashMap<>(featurizers));
        codecs = List.copyOf(codecs);
    }

    /**
     * Fits to these rows only, so that nothing of the validation or test rows leaks into the model.
     *
     * @param features the features of each input, by the input's name
     */
    public static Preprocessor fit(
            Table table,
            int[] trainRows,
            List<InputSpec> inputs,
            Map<String, FeaturizerSpec> features,
            List<TaskSpec> tasks) {
        var codecs = tasks.stream()
                .map(task -> TaskCodec.fit(task, table, trainRows, inputs, features))
                .toList();
        return reading(table, trainRows, inputs, features, codecs);
    }

    /**
     * Fits inputs to these rows only; targets are read as these codecs do. Networks that answer together need equal classes in equal
     * order, which rows of one of them may not tell.
     *
     * @param features the features of each input, by the input's name
     */
    public static Preprocessor reading(
            Table table,
            int[] trainRows,
            List<InputSpec> inputs,
            Map<String, FeaturizerSpec> features,
            List<TaskCodec> codecs) {
        return new Preprocessor(inputs, featurizers(table, trainRows, inputs, features, codecs), codecs);
    }

    private static Map<String, Featurizer> featurizers(
            Table table,
            int[] trainRows,
            List<InputSpec> inputs,
            Map<String, FeaturizerSpec> features,
            List<TaskCodec> codecs) {
        Supplier<List<TaskLabels>> answers = () ->
                codecs.stream().map(codec -> codec.encode(table, trainRows)).toList();
        var featurizers = new LinkedHashMap<String, Featurizer>();
        for (var input : inputs) {
            var spec = features.get(input.name());
            if (spec == null) {
                throw new IllegalArgumentException("The input (%s) has no features.%nThere are some for %s."
                        .formatted(input.name(), features.keySet()));
            }
            featurizers.put(input.name(), Featurizers.fit(spec, table, input, trainRows, answers));
        }
        return featurizers;
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

    /** Whether answers lie on the pictures of that input. */
    public boolean drawsOn(String input) {
        return inputs.stream()
                .filter(candidate -> candidate.name().equals(input))
                .anyMatch(candidate -> codecs.stream()
                        .anyMatch(codec ->
                                codec.picture() != null && candidate.columns().contains(codec.picture())));
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

    /** All that was fitted, as JSON; {@link #fromJson} gives back one that computes the very same numbers. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The preprocessor cannot be written as JSON.", e);
        }
    }

    /**
     * @throws IllegalArgumentException when the text is not what {@link #toJson} wrote
     */
    public static Preprocessor fromJson(String json) {
        try {
            return JSON.readValue(json, Preprocessor.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The text is no preprocessor (%s).%nMaybe a newer version of Polyphony wrote it."
                            .formatted(e.getOriginalMessage()),
                    e);
        }
    }
}
