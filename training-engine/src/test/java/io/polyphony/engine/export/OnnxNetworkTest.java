package io.polyphony.engine.export;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.FrozenFeatures;
import io.polyphony.engine.data.FunctionalFeatures;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.LogMelFeatures;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.PatchFeatures;
import io.polyphony.engine.data.PixelFeatures;
import io.polyphony.engine.data.RocketFeatures;
import io.polyphony.engine.data.RunFeatures;
import io.polyphony.engine.data.SeriesFeatures;
import io.polyphony.engine.data.TabularFeatures;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.data.TfidfFeatures;
import io.polyphony.engine.data.TokenFeatures;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.EncodersTest;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.fusion.FusionSettings;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.fusion.Fusions;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.sharing.SharingKind;
import io.polyphony.engine.sharing.SharingSettings;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every encoder with every fusion and either head, and every way of sharing with every fusion: ONNX Runtime answers as we do, whatever is missing. */
class OnnxNetworkTest {
    private static final List<EncoderSpec> ENCODERS = EncodersTest.ALL;
    private static final int ROWS = 5;
    private static final Map<String, Integer> WIDTHS = Map.of("kind", 3, "yes", 1);
    private static final InputLayout BESIDE =
            new InputLayout("beside", Modality.TABULAR, Map.of(InputLayout.NUMBERS, BlockLayout.dense(3)));

    @ParameterizedTest
    @FieldSource("ENCODERS")
    void an_encoder_answers_the_same_under_every_fusion_and_head(EncoderSpec encoder) {
        int made = 0;
        for (var fusion : Fusions.all()) {
            var spec = fusion.of(new FusionSettings(8, 2, 0.1, 0.2));
            assertSame(network(encoder, spec, new HeadSpec(made++ % 2 * 6, 0.1)), layout(encoder));
        }
    }

    @ParameterizedTest
    @MethodSource("io.polyphony.engine.sharing.Sharings#all")
    void a_way_of_sharing_answers_the_same_under_every_fusion(SharingKind sharing) {
        var encoder = ENCODERS.getFirst();
        for (var fusion : Fusions.all()) {
            var spec = fusion.of(new FusionSettings(8, 2, 0.1, 0.2));
            var network = network(encoder, spec, new HeadSpec(0, 0.1));
            assertSame(network.sharing(sharing.of(new SharingSettings(6, 2, 2, 0.1))), layout(encoder));
        }
    }

    private static NetworkSpec network(EncoderSpec encoder, FusionSpec fusion, HeadSpec head) {
        var modality = encoder.featurizer().modality();
        return new NetworkSpec(
                List.of(
                        new InputSpec("input", modality, List.of("a")),
                        new InputSpec("beside", Modality.TABULAR, List.of("b"))),
                Map.of("input", encoder, "beside", new TabularMlp(6, 1, 0.1)),
                fusion,
                List.of(new TaskSpec("kind", TaskType.MULTICLASS), new TaskSpec("yes", TaskType.BINARY)),
                head);
    }

    private static InputLayout layout(EncoderSpec encoder) {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        switch (encoder.featurizer()) {
            case TabularFeatures table -> cells(blocks, table);
            case RunFeatures runs -> {
                cells(blocks, runs.cells());
                blocks.put(InputLayout.ROCKET, BlockLayout.dense(runs.features()));
            }
            case TokenFeatures tokens -> words(blocks, tokens.maxLength(), tokens.vocabulary());
            case TfidfFeatures terms -> words(blocks, terms.maxTerms(), terms.buckets());
            case PixelFeatures pixels ->
                blocks.put(InputLayout.PIXELS, BlockLayout.dense(pixels.size(), pixels.size(), pixels.channels()));
            case PatchFeatures _ -> blocks.put(InputLayout.PATCHES, BlockLayout.dense(166));
            case LogMelFeatures mels -> blocks.put(InputLayout.MEL, BlockLayout.dense(mels.frames(), mels.mels(), 1));
            case FunctionalFeatures _ -> blocks.put(InputLayout.FUNCTIONALS, BlockLayout.dense(136));
            case SeriesFeatures series -> {
                blocks.put(InputLayout.SERIES, BlockLayout.dense(series.maxLength(), 2));
                blocks.put(InputLayout.WEIGHTS, BlockLayout.dense(series.maxLength()));
            }
            case FrozenFeatures frozen -> blocks.put(InputLayout.EMBEDDING, BlockLayout.dense(frozen.width()));
            case RocketFeatures rocket -> blocks.put(InputLayout.ROCKET, BlockLayout.dense(rocket.features()));
        }
        return new InputLayout("input", encoder.featurizer().modality(), blocks);
    }

    private static void cells(Map<String, BlockLayout> blocks, TabularFeatures table) {
        blocks.put(InputLayout.NUMBERS, BlockLayout.dense(4));
        if (table.bins() > 0) {
            blocks.put(InputLayout.BINS, BlockLayout.dense(3, table.bins()));
        }
        blocks.put(InputLayout.CODES, BlockLayout.codes(2, 5, 3));
    }

    private static void words(Map<String, BlockLayout> blocks, int length, int codes) {
        blocks.put(InputLayout.TOKENS, BlockLayout.codes(length, codes));
        blocks.put(InputLayout.WEIGHTS, BlockLayout.dense(length));
    }

    private static void assertSame(NetworkSpec spec, InputLayout layout) {
        assertSame(spec, layout, WIDTHS, false);
    }

    /**
     * @param widths numbers that each task's head puts out
     * @param moved whether what begins at zero has learned something, too
     */
    static void assertSame(NetworkSpec spec, InputLayout layout, Map<String, Integer> widths, boolean moved) {
        var layouts = Map.of("input", layout, "beside", BESIDE);
        var graph = NetworkGraph.of(spec, layouts, widths, ROWS);
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.FLOAT)) {
            program.initialize(new SplittableRandom(1));
            if (moved) move(program.parameters().values());
            var writer = new OnnxWriter();
            OnnxGraph.write(
                            writer,
                            rows -> NetworkGraph.of(spec, layouts, widths, rows),
                            program.parameters(),
                            new Exact())
                    .forEach((task, raw) -> writer.output(task, raw, Shape.of(ROWS, requireNonNull(widths.get(task)))));
            try (var session = new OnnxSession(writer.toBytes(Map.of()))) {
                layouts.values().forEach(given -> fill(given, program, session));
                presence(program, session);
                program.forward(new Pass(false, new SplittableRandom(1)));
                session.run()
                        .forEach((task, actual) -> assertClose(
                                "%s: %s".formatted(spec.fusion(), task),
                                actual,
                                program.output(task).floats()));
            }
        }
    }

    /** Within 1e-5, and 1e-5 of the largest answer: both sides round what they add up, each in an order of its own. */
    private static void assertClose(String name, float[] actual, float[] expected) {
        float largest = 0;
        for (float answer : expected) {
            largest = Math.max(largest, Math.abs(answer));
        }
        assertThat(actual).as(name).containsExactly(expected, within(1e-5f * (1 + largest)));
    }

    private static void move(Tensor learned) {
        var random = new SplittableRandom(5);
        var values = learned.floats();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) random.nextDouble(-0.05, 0.05);
        }
        learned.write(0, values, 0, values.length);
    }

    /** Random numbers and codes; a third of the weights are zero, as those of padding are. */
    private static void fill(InputLayout layout, Program program, OnnxSession session) {
        var random = new SplittableRandom(7);
        layout.blocks().forEach((block, shape) -> {
            var name = layout.qualified(block);
            if (shape.codes()) {
                var codes = program.codes(name);
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = random.nextInt(shape.cardinalities()[i % shape.size() % shape.cardinalities().length]);
                }
                session.put(name, codes, ROWS, shape.size());
            } else {
                var numbers = new float[ROWS * shape.size()];
                boolean weights = block.equals(InputLayout.WEIGHTS);
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = weights && random.nextInt(3) == 0 ? 0 : (float) random.nextDouble(-0.5, 1);
                    numbers[i] = weights ? Math.abs(numbers[i]) : numbers[i];
                }
                program.input(name).write(0, numbers, 0, numbers.length);
                session.put(name, numbers, extents(shape));
            }
        });
    }

    private static long[] extents(BlockLayout layout) {
        var extents = new long[layout.shape().length + 1];
        extents[0] = ROWS;
        for (int axis = 1; axis < extents.length; axis++) {
            extents[axis] = layout.shape()[axis - 1];
        }
        return extents;
    }

    /** Both, the first, the second, none, both. */
    private static void presence(Program program, OnnxSession session) {
        var present = new float[] {1, 1, 1, 0, 0, 1, 0, 0, 1, 1};
        program.input(NetworkGraph.PRESENCE).write(0, present, 0, present.length);
        session.put(NetworkGraph.PRESENCE, present, ROWS, 2);
    }
}
