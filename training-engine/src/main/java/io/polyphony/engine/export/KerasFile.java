package io.polyphony.engine.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jhdf.HdfFile;
import io.jhdf.api.WritableGroup;
import io.polyphony.engine.data.ForecastCodec;
import io.polyphony.engine.data.Mirror;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.ValueCodec;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trained network as a Keras model in HDF5, as Keras 2 saves one and Keras 3 still loads: a functional model whose inputs are
 * what the preprocessor makes of raw rows, input by input and block by block, and {@code presence} where inputs may be missing.
 * Each task has an output: probabilities per class, of the second of two classes, or per label; or values in the target's own
 * units (not rounded to those that occur). The fitted preprocessing goes along as JSON in the data set
 * {@code polyphony/preprocessing}, the classes in {@code polyphony/tasks}.
 */
public final class KerasFile {
    private static final String VERSION = "2.15.0";
    /** An attribute's longest text: HDF5 keeps headers within 64 KiB. */
    private static final int LONGEST = 60_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KerasFile() {}

    /**
     * The file of a model.
     *
     * @throws NotInKeras if a layer of the network has no match in Keras
     */
    public static byte[] of(TrainedModel model) {
        return written(translated(model), model);
    }

    private static KerasModel translated(TrainedModel model) {
        if (model.network().views() != Mirror.NONE) {
            throw new NotInKeras("the mean over the ways in which a picture is looked at");
        }
        var widths = TaskWidths.of(model.network(), model.preprocessor());
        // Two rows, so that what belongs to no row can be told from what does.
        var graph = NetworkGraph.of(model.network(), model.preprocessor().layouts(), widths, 2);
        var learnables = Program.learnables(graph);
        var learned = new HashMap<String, float[]>();
        for (var slice : learnables.slices()) {
            var values = new float[slice.size()];
            System.arraycopy(model.weights().dense(), slice.offset(), values, 0, slice.size());
            learned.put(slice.name(), values);
        }
        for (int i = 0; i < learnables.tables().size(); i++) {
            learned.put(learnables.tables().get(i), model.weights().tables().get(i));
        }
        var keras = new KerasModel();
        var layers = new KerasGraph(keras, graph, learned);
        graph.outputs()
                .forEach((task, node) -> answer(keras, model.preprocessor().codec(task), layers.name(node)));
        return keras;
    }

    /** The layer that answers. */
    private static String answer(KerasModel keras, TaskCodec codec, String raw) {
        var task = codec.task().name();
        return switch (codec.task().type()) {
            case BINARY, MULTILABEL -> keras.output(task, "Activation", Map.of("activation", "sigmoid"), raw);
            case MULTICLASS -> keras.output(task, "Activation", Map.of("activation", "softmax"), raw);
            case REGRESSION, VECTOR, FORECAST -> decoded(keras, codec, raw);
            case COUNT -> decoded(keras, codec, keras.add("Activation", Map.of("activation", "exponential"), raw));
            case ORDINAL -> throw new NotInKeras("the answer of the ordinal task " + task);
            case SEGMENTATION, DETECTION -> throw new NotInKeras("the answer on pictures of the task " + task);
        };
    }

    private static String decoded(KerasModel keras, TaskCodec codec, String raw) {
        var task = codec.task().name();
        return switch (codec) {
            case ValueCodec value
            when value.bent() ->
                keras.output(task, "Rescaling", scale(value.deviation(), value.mean()), straightened(keras, raw));
            case ValueCodec value
            when value.log() -> {
                var log = keras.add("Rescaling", scale(value.deviation(), value.mean()), raw);
                var power = keras.add("Activation", Map.of("activation", "exponential"), log);
                yield keras.output(task, "Rescaling", scale(1, -1), power);
            }
            case ValueCodec value -> keras.output(task, "Rescaling", scale(value.deviation(), value.mean()), raw);
            case ForecastCodec steps -> keras.output(task, "Rescaling", scale(steps.deviation(), steps.mean()), raw);
            case TaskCodec other ->
                throw new NotInKeras("the answer of the task " + other.task().name());
        };
    }

    /** Half the difference of both exponential functions is the hyperbolic sine, which is no layer. */
    private static String straightened(KerasModel keras, String bent) {
        var up = keras.add("Activation", Map.of("activation", "exponential"), bent);
        var turned = keras.add("Rescaling", scale(-1, 0), bent);
        var down = keras.add("Activation", Map.of("activation", "exponential"), turned);
        return keras.add(
                "Add",
                Map.of(),
                keras.add("Rescaling", scale(0.5, 0), up),
                keras.add("Rescaling", scale(-0.5, 0), down));
    }

    private static Map<String, Object> scale(double factor, double offset) {
        return Map.of("scale", factor, "offset", offset);
    }

    private static byte[] written(KerasModel keras, TrainedModel model) {
        try {
            var file = Files.createTempFile("polyphony", ".h5");
            try {
                write(file, keras, model);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file cannot be written. Maybe the disk is full.", e);
        }
    }

    private static void write(Path file, KerasModel keras, TrainedModel model) {
        try (var out = HdfFile.write(file)) {
            out.putAttribute("keras_version", VERSION);
            out.putAttribute("backend", "tensorflow");
            out.putAttribute("model_config", config(keras));
            var weights = out.putGroup("model_weights");
            weights.putAttribute("keras_version", VERSION);
            weights.putAttribute("backend", "tensorflow");
            weights.putAttribute(
                    "layer_names", keras.layers().stream().map(KerasLayer::name).toArray(String[]::new));
            keras.layers().forEach(layer -> write(weights.putGroup(layer.name()), layer));
            notes(out.putGroup("polyphony"), model);
        }
    }

    private static void write(WritableGroup group, KerasLayer layer) {
        if (layer.arrays().isEmpty()) {
            return; // Keras takes a layer without names of weights for one without weights.
        }
        var names = layer.arrays().keySet().stream()
                .map(array -> "%s/%s:0".formatted(layer.name(), array))
                .toArray(String[]::new);
        group.putAttribute("weight_names", names);
        var inner = group.putGroup(layer.name());
        layer.arrays().forEach((name, array) -> inner.putDataset(name + ":0", array.nested()));
    }

    private static String config(KerasModel keras) {
        try {
            var text = JSON.writeValueAsString(keras.json());
            if (text.length() > LONGEST) {
                throw new NotInKeras("%d layers, whose description of %d characters is too long for the format"
                        .formatted(keras.layers().size(), text.length()));
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The layers cannot be written as JSON.", e);
        }
    }

    /** How raw rows become inputs, and what outputs mean: bytes of JSON in UTF-8. */
    private static void notes(WritableGroup group, TrainedModel model) {
        var classes = new LinkedHashMap<String, Object>();
        model.preprocessor().codecs().forEach(codec -> classes.put(codec.task().name(), codec.classes()));
        try {
            group.putDataset("tasks", JSON.writeValueAsString(classes).getBytes(StandardCharsets.UTF_8));
            group.putDataset("preprocessing", model.preprocessor().toJson().getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The classes cannot be written as JSON.", e);
        }
    }
}
