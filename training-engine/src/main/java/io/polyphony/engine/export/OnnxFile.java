package io.polyphony.engine.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.engine.data.BoxCodec;
import io.polyphony.engine.data.ClassCodec;
import io.polyphony.engine.data.ForecastCodec;
import io.polyphony.engine.data.LabelCodec;
import io.polyphony.engine.data.MaskCodec;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.ValueCodec;
import io.polyphony.engine.data.VectorCodec;
import io.polyphony.engine.loss.Losses;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.op.Attribute;
import io.polyphony.engine.op.Twin;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trained network as an ONNX file for inference. It reads what the preprocessor makes of raw rows: per input and block
 * {@code input/block}, and {@code presence} [rows, inputs], 1 where an input is there. Each task has an output of its name:
 * probabilities per class or label (of a segmentation, of every pixel of the square: of two classes the second's; of a detection, of every cell as {@code Boxes} has them, where in it and how large), or the value (of a vector, its numbers, of a forecast, those of the next steps) in the target's own units. The fitted preprocessing, the tasks with their classes,
 * the network and the provenance go along as JSON in the file's metadata.
 */
public final class OnnxFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OnnxFile() {}

    /**
     * A task of the file.
     *
     * @param output what the task's output is called
     * @param classes in the order of the output's columns; empty for numbers
     */
    public record Task(String task, String type, String output, List<String> classes) {
        public Task {
            classes = List.copyOf(classes);
        }
    }

    /** The file of a model. */
    public static byte[] of(TrainedModel model) {
        var writer = new OnnxWriter();
        var widths = TaskWidths.of(model.network(), model.preprocessor());
        var layouts = model.preprocessor().layouts();
        var graph = NetworkGraph.of(model.network(), layouts, widths, 1);
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.FLOAT)) {
            model.weights().writeTo(program.parameters());
            var raw = OnnxGraph.write(
                    writer,
                    rows -> NetworkGraph.of(model.network(), layouts, widths, rows),
                    program.parameters(),
                    model.packing());
            var tasks = new ArrayList<Task>();
            raw.forEach((task, value) ->
                    tasks.add(answer(writer, model.preprocessor().codec(task), value)));
            return writer.toBytes(notes(model, tasks));
        }
    }

    private static Task answer(OnnxWriter writer, TaskCodec codec, String raw) {
        var task = codec.task();
        var twin = writer.twin(List.of(), List.of());
        var loss = Losses.forAnswers(codec);
        var answer = loss.onnx(twin, raw);
        var decoded = switch (codec) {
            case ValueCodec value -> decoded(twin, value, answer);
            case VectorCodec vector -> decoded(twin, vector, answer);
            case ForecastCodec steps -> twin.plus(twin.times(answer, steps.deviation()), steps.mean());
            case ClassCodec _, LabelCodec _, MaskCodec _, BoxCodec _ -> answer;
        };
        var name = writer.output(task.name(), decoded, Shape.of(1, loss.answer(new float[loss.width()], 0).length));
        return new Task(task.name(), task.type().name(), name, codec.classes());
    }

    private static String numbers(Twin twin, double[] values) {
        var numbers = new float[values.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) values[i];
        }
        return twin.numbers(numbers, numbers.length);
    }

    private static String decoded(Twin twin, VectorCodec codec, String standardised) {
        var straight = straightened(twin, codec.bent(), standardised);
        var scaled = twin.node("Mul", straight, numbers(twin, codec.deviations()));
        return twin.node("Add", scaled, numbers(twin, codec.means()));
    }

    /** Those that are not bent are added as they are to the hyperbolic sine of the others; of 0 it is 0. */
    private static String straightened(Twin twin, boolean[] bent, String standardised) {
        var chosen = new double[bent.length];
        var others = new double[bent.length];
        boolean any = false;
        for (int k = 0; k < bent.length; k++) {
            chosen[k] = bent[k] ? 1 : 0;
            others[k] = bent[k] ? 0 : 1;
            any |= bent[k];
        }
        return any
                ? twin.node(
                        "Add",
                        twin.node("Mul", standardised, numbers(twin, others)),
                        twin.node("Sinh", twin.node("Mul", standardised, numbers(twin, chosen))))
                : standardised;
    }

    private static String decoded(Twin twin, ValueCodec codec, String standardised) {
        var straight = codec.bent() ? twin.node("Sinh", standardised) : standardised;
        var scaled = twin.plus(twin.times(straight, codec.deviation()), codec.mean());
        var value = codec.log() ? twin.plus(twin.node("Exp", scaled), -1) : scaled;
        if (codec.levels().length == 0) {
            return value;
        }
        var known = numbers(twin, codec.levels());
        var away = twin.node("Abs", twin.node("Sub", value, known));
        var nearest = twin.node("ArgMin", List.of(away), Attribute.whole("axis", 1));
        return twin.node("Gather", known, nearest);
    }

    /** The file itself looks once; whoever asks it may look as often as the model does. */
    private static String views(int ways) {
        return ways == 1
                ? "Pictures are looked at as they lie, as the model does."
                : "The file looks at pictures as they lie; the model says the mean over %d ways: left for right where a bit 1 is set in the way's number, top for bottom where 2, lines for columns where 4, masks turned back."
                        .formatted(ways);
    }

    private static Map<String, String> notes(TrainedModel model, List<Task> tasks) {
        var notes = new LinkedHashMap<String, String>();
        try {
            notes.put("polyphony.network", JSON.writeValueAsString(model.network()));
            notes.put("polyphony.tasks", JSON.writeValueAsString(tasks));
            notes.put("polyphony.views", views(model.network().views().ways()));
            notes.put("polyphony.provenance", JSON.writeValueAsString(model.provenance()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The network (%s) cannot be written as JSON.".formatted(model.network()), e);
        }
        notes.put("polyphony.preprocessing", model.preprocessor().toJson());
        return notes;
    }
}
