package io.polyphony.engine.explanation;

import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.TabularRocket;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.export.Weights;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Precision;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of every kind, and networks that nobody trained, to be explained. */
final class ExplainedModels {
    static final int ROWS = 40;
    private static final List<String> STEPS =
            IntStream.range(0, 34).mapToObj(step -> "t" + step).toList();

    private ExplainedModels() {}

    /** A network with its first parameters, and something added: after training, biases are no longer zero. */
    static TrainedModel drawn(NetworkSpec network, Table table, int[] train, double spread) {
        var features = new LinkedHashMap<String, FeaturizerSpec>();
        network.encoders().forEach((input, spec) -> features.put(input, spec.featurizer()));
        var preprocessor = Preprocessor.fit(table, train, network.inputs(), features, network.tasks());
        var graph = NetworkGraph.of(network, preprocessor.layouts(), TaskWidths.of(network, preprocessor), 1);
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.FLOAT)) {
            program.initialize(new SplittableRandom(1));
            var values = program.parameters().values();
            var noise = new SplittableRandom(2);
            values.write(
                    0,
                    Arrays.stream(values.doubles())
                            .map(value -> value + spread * noise.nextGaussian())
                            .toArray(),
                    values.size());
            var tables = program.parameters().tables().stream()
                    .map(EmbeddingTable::values)
                    .toList();
            var weights = new Weights(program.parameters().values().floats(), tables);
            return new TrainedModel(network, preprocessor, weights, Map.of());
        }
    }

    static Table table() {
        var random = new SplittableRandom(2);
        var columns = new LinkedHashMap<String, Column>();
        var weight = new double[ROWS];
        var size = new double[ROWS];
        var skewed = new double[ROWS];
        var count = new double[ROWS];
        var maker = new @Nullable String[ROWS];
        var text = new @Nullable String[ROWS];
        var series = new @Nullable String[ROWS];
        var kind = new @Nullable String[ROWS];
        var yes = new @Nullable String[ROWS];
        var grade = new @Nullable String[ROWS];
        var tags = new @Nullable String[ROWS];
        var images = new byte[ROWS][];
        var masks = new byte[ROWS][];
        var sounds = new byte[ROWS][];
        for (int row = 0; row < ROWS; row++) {
            weight[row] = row % 7 == 5 ? Double.NaN : random.nextGaussian();
            size[row] = random.nextGaussian() * 10;
            skewed[row] = Math.exp(2 * random.nextGaussian());
            count[row] = random.nextInt(5);
            maker[row] = row % 5 == 4 ? null : "maker" + random.nextInt(3);
            text[row] = "word" + row % 7 + " and more";
            series[row] = random.nextGaussian() + " 2 " + random.nextGaussian() + " 0.5|1 " + random.nextGaussian();
            kind[row] = List.of("a", "b", "c").get(row % 3);
            yes[row] = row % 2 == 0 ? "yes" : "no";
            grade[row] = String.valueOf(row % 4);
            tags[row] = row % 2 == 0 ? "red; old" : "new";
            int shade = random.nextInt(200);
            int stripe = random.nextInt(2, 6);
            images[row] = row == ROWS - 1 ? Samples.NO_FILE : Samples.greyPng(10, 10, i -> i % stripe * shade / stripe);
            masks[row] = Samples.greyPng(10, 10, i -> i % 2 * 255);
            sounds[row] = Samples.wav(8000, 16, 1, Samples.sine(8000, 300 + random.nextInt(900), 0.2));
        }
        columns.put("weight", Samples.numbers(weight));
        columns.put("size", Samples.numbers(size));
        columns.put("skewed", Samples.numbers(skewed));
        columns.put("count", Samples.numbers(count));
        columns.put("maker", Samples.texts(maker));
        columns.put("text", Samples.texts(text));
        columns.put("series", Samples.texts(series));
        columns.put("kind", Samples.texts(kind));
        columns.put("yes", Samples.texts(yes));
        columns.put("grade", Samples.texts(grade));
        columns.put("tags", Samples.texts(tags));
        columns.put("image", Samples.files(images));
        columns.put("mask", Samples.files(masks));
        columns.put("audio", Samples.files(sounds));
        STEPS.forEach(
                step -> columns.put(step, Samples.numbers(random.doubles(ROWS).toArray())));
        return Samples.table(columns);
    }

    /** A table's columns; those that are steps only for who reads such. */
    static List<String> cells(EncoderSpec encoder) {
        var cells = Stream.of("weight", "maker");
        return (encoder instanceof TabularRocket ? Stream.concat(cells, STEPS.stream()) : cells).toList();
    }
}
