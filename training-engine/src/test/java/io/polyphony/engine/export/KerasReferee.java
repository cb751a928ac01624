package io.polyphony.engine.export;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jhdf.HdfFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers one row out of a Keras file alone, after Keras's documentation of each layer, in double precision. Knows nothing of
 * the engine. Values are [extents.., numbers] per row.
 */
final class KerasReferee {
    private final JsonNode config;
    private final Map<String, List<Value>> weights = new HashMap<>();
    private final Map<String, Value> values = new HashMap<>();

    /** Row-major numbers with their extents, and which steps a recurrent layer skips. */
    record Value(double[] numbers, int[] extents, boolean[] mask) {
        Value(double[] numbers, int... extents) {
            this(numbers, extents, new boolean[0]);
        }

        int last() {
            return extents[extents.length - 1];
        }
    }

    KerasReferee(byte[] file) {
        try (var in = HdfFile.fromBytes(file)) {
            this.config = new JsonMapper()
                    .readTree(String.valueOf(in.getAttribute("model_config").getData()))
                    .get("config");
            for (var name : (String[])
                    in.getByPath("/model_weights").getAttribute("layer_names").getData()) {
                var group = in.getByPath("/model_weights/" + name);
                var own = new ArrayList<Value>();
                var attribute = group.getAttributes().get("weight_names");
                if (attribute != null) {
                    for (var weight : (String[]) attribute.getData()) {
                        own.add(value(in.getDatasetByPath("/model_weights/%s/%s".formatted(name, weight))
                                .getData()));
                    }
                }
                weights.put(name, own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Value value(Object nested) {
        var extents = new ArrayList<Integer>();
        for (var part = nested; part.getClass().isArray(); part = Array.get(part, 0)) {
            extents.add(Array.getLength(part));
        }
        var numbers = new ArrayList<Double>();
        flatten(nested, numbers);
        return new Value(
                numbers.stream().mapToDouble(Double::doubleValue).toArray(),
                extents.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void flatten(Object nested, List<Double> into) {
        for (int i = 0; i < Array.getLength(nested); i++) {
            var part = Array.get(nested, i);
            if (part instanceof Number number) {
                into.add(number.doubleValue());
            } else {
                flatten(part, into);
            }
        }
    }

    /** Names of the inputs. */
    List<String> inputs() {
        return names("input_layers");
    }

    private List<String> names(String place) {
        var names = new ArrayList<String>();
        config.get(place).forEach(layer -> names.add(layer.get(0).asText()));
        return names;
    }

    /** By output. */
    Map<String, double[]> answer(Map<String, double[]> row) {
        values.clear();
        for (var layer : config.get("layers")) {
            var name = layer.get("name").asText();
            var own = layer.get("config");
            if (layer.get("class_name").asText().equals("InputLayer")) {
                var shape = own.get("batch_input_shape");
                var extents = new int[shape.size() - 1];
                for (int i = 0; i < extents.length; i++) {
                    extents[i] = shape.get(i + 1).asInt();
                }
                values.put(name, new Value(requireNonNull(row.get(name)), extents));
            } else {
                var inbound = new ArrayList<Value>();
                layer.get("inbound_nodes")
                        .get(0)
                        .forEach(read -> inbound.add(
                                requireNonNull(values.get(read.get(0).asText()))));
                var kind = layer.get("class_name").asText();
                values.put(name, KerasMath.of(kind, own, inbound, requireNonNull(weights.get(name))));
            }
        }
        var answers = new HashMap<String, double[]>();
        names("output_layers")
                .forEach(name ->
                        answers.put(name, requireNonNull(values.get(name)).numbers()));
        return answers;
    }
}
