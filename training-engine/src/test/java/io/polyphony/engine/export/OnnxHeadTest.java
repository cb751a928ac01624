package io.polyphony.engine.export;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.ImageResNet;
import io.polyphony.engine.encoder.ReadOut;
import io.polyphony.engine.encoder.SeriesLinear;
import io.polyphony.engine.encoder.TabularMlp;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.head.Counting;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.network.NetworkSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Heads that do more than read what is fused: those that draw masks, and forecasts with the past of their own column. */
class OnnxHeadTest {
    private static final int SIZE = 16;

    static List<EncoderSpec> pictures() {
        return List.of(
                new ImageCnn(SIZE, 1, 8, 2, 0.1),
                new ImageResNet(SIZE, 1, 8, 1, 0.1),
                new ImageCnn(SIZE, 1, 8, 2, 0.1, Light.ABSOLUTE, 2),
                new ImageResNet(SIZE, 1, 8, 1, 0.1, Light.ABSOLUTE, 4, ReadOut.GRID));
    }

    static List<Integer> hidden() {
        return List.of(0, 6);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void a_head_that_draws_answers_the_same_for_two_classes_and_for_three(EncoderSpec encoder) {
        var layout =
                new InputLayout("input", Modality.IMAGE, Map.of(InputLayout.PIXELS, BlockLayout.dense(SIZE, SIZE, 1)));
        var network = network(
                new InputSpec("input", Modality.IMAGE, List.of("a")),
                encoder,
                new HeadSpec(0, 0.1),
                new TaskSpec("two", TaskType.SEGMENTATION),
                new TaskSpec("three", TaskType.SEGMENTATION),
                new TaskSpec("number", TaskType.REGRESSION));
        OnnxNetworkTest.assertSame(
                network, layout, Map.of("two", SIZE * SIZE, "three", 3 * SIZE * SIZE, "number", 1), true);
    }

    /** Beside a mask it counts on what the mask is drawn on, alone on a drawing of its own. */
    @ParameterizedTest
    @MethodSource("pictures")
    void a_head_that_counts_by_density_answers_the_same_beside_a_mask_and_alone(EncoderSpec encoder) {
        var layout =
                new InputLayout("input", Modality.IMAGE, Map.of(InputLayout.PIXELS, BlockLayout.dense(SIZE, SIZE, 1)));
        var input = new InputSpec("input", Modality.IMAGE, List.of("a"));
        var head = new HeadSpec(0, 0.1, Counting.DENSITY);
        var count = new TaskSpec("count", TaskType.COUNT);
        var both = network(input, encoder, head, count, new TaskSpec("mask", TaskType.SEGMENTATION));
        OnnxNetworkTest.assertSame(both, layout, Map.of("count", 1, "mask", SIZE * SIZE), true);
        OnnxNetworkTest.assertSame(network(input, encoder, head, count), layout, Map.of("count", 1), true);
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void forecasts_with_the_past_of_their_own_column_answer_the_same(int hidden) {
        var layout = new InputLayout(
                "input",
                Modality.SERIES,
                Map.of(
                        InputLayout.SERIES, BlockLayout.dense(16, 2),
                        InputLayout.WEIGHTS, BlockLayout.dense(16),
                        InputLayout.LAST, BlockLayout.dense(2)));
        var network = network(
                new InputSpec("input", Modality.SERIES, List.of("load", "wind")),
                new SeriesLinear(16, 8, 0.1),
                new HeadSpec(hidden, 0.1),
                new TaskSpec("load", TaskType.FORECAST),
                new TaskSpec("wind", TaskType.FORECAST),
                new TaskSpec("count", TaskType.COUNT));
        OnnxNetworkTest.assertSame(network, layout, Map.of("load", 4, "wind", 3, "count", 1), true);
        var blocks = new HashMap<>(layout.blocks());
        blocks.put(InputLayout.SCALE, BlockLayout.dense(2));
        var scaled = new InputLayout("input", Modality.SERIES, blocks);
        OnnxNetworkTest.assertSame(network, scaled, Map.of("load", 4, "wind", 3, "count", 1), true);
    }

    @Test
    void forecasts_with_what_is_known_ahead_answer_the_same() {
        var layout = new InputLayout(
                "input",
                Modality.SERIES,
                Map.of(
                        InputLayout.SERIES, BlockLayout.dense(16, 2),
                        InputLayout.WEIGHTS, BlockLayout.dense(16),
                        InputLayout.AHEAD, BlockLayout.dense(4, 2)));
        var network = network(
                new InputSpec("input", Modality.SERIES, List.of("holiday", "price")),
                new SeriesLinear(16, 8, 0.1),
                new HeadSpec(0, 0.1),
                new TaskSpec("load", TaskType.FORECAST),
                new TaskSpec("wind", TaskType.FORECAST),
                new TaskSpec("count", TaskType.COUNT));
        OnnxNetworkTest.assertSame(network, layout, Map.of("load", 4, "wind", 4, "count", 1), true);
    }

    @ParameterizedTest
    @MethodSource("hidden")
    void numbers_with_a_line_through_those_of_a_table_answer_the_same(int hidden) {
        var layout = new InputLayout(
                "input",
                Modality.TABULAR,
                Map.of(InputLayout.NUMBERS, BlockLayout.dense(4), InputLayout.LINE, BlockLayout.dense(3)));
        var network = network(
                new InputSpec("input", Modality.TABULAR, List.of("a", "c", "d")),
                new TabularMlp(6, 1, 0.1),
                new HeadSpec(hidden, 0.1, Counting.POOLED, true),
                new TaskSpec("price", TaskType.REGRESSION),
                new TaskSpec("size", TaskType.REGRESSION),
                new TaskSpec("count", TaskType.COUNT));
        OnnxNetworkTest.assertSame(network, layout, Map.of("price", 1, "size", 1, "count", 1), true);
    }

    private static NetworkSpec network(InputSpec input, EncoderSpec encoder, HeadSpec head, TaskSpec... tasks) {
        return new NetworkSpec(
                List.of(input, new InputSpec("beside", Modality.TABULAR, List.of("b"))),
                Map.of("input", encoder, "beside", new TabularMlp(6, 1, 0.1)),
                new Concatenation(8, 1, 0.1, 0.2),
                List.of(tasks),
                head);
    }
}
