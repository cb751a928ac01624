package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.EncoderSpec;
import io.polyphony.engine.encoder.MiniRocket;
import io.polyphony.engine.encoder.SeriesLinear;
import io.polyphony.engine.encoder.SeriesMeans;
import io.polyphony.engine.encoder.SeriesTcn;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.fusion.Late;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.weighting.Equal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two noisy waves of different length, forecast from their past. */
class ForecastTrainingTest {
    private static final int STEPS = 700;
    private static final int PAST = 40;
    private static final int AHEAD = 6;
    private static final int TRAIN = 400;
    private final List<TaskSpec> tasks =
            List.of(new TaskSpec("slow", TaskType.FORECAST), new TaskSpec("fast", TaskType.FORECAST));
    private final InputSpec past = new InputSpec("past", Modality.SERIES, List.of("fast", "slow"));
    private final Table table = table();

    private static Table table() {
        var random = new SplittableRandom(3);
        var slow = new double[STEPS];
        var fast = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            slow[i] = 100 + 0.02 * i + 10 * Math.sin(i / 5.0) + random.nextGaussian();
            fast[i] = Math.sin(i * 1.1) + 0.1 * random.nextGaussian();
        }
        var moments = IntStream.range(PAST, STEPS - AHEAD + 1).toArray();
        return Samples.table(Map.of(
                "slow", new Column.Windows(slow, moments, PAST, AHEAD),
                "fast", new Column.Windows(fast, moments, PAST, AHEAD)));
    }

    static List<EncoderSpec> encoders() {
        return List.of(
                new SeriesMeans(512, 0),
                new SeriesLinear(512, 8, 0),
                new SeriesTcn(512, 8, 2, 0.1),
                new MiniRocket(512, 168, 8, 0.1));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void beats_the_repeated_past(EncoderSpec encoder) {
        var model = trained(encoder);
        var metrics = model.evaluate(table, validation());
        for (var task : tasks) {
            var of = requireNonNull(metrics.get(task.name()));
            assertThat(of.get("mse")).as(task.name()).isLessThan(0.7 * requireNonNull(of.get("mse_naive")));
        }
        assertThat(TrainedModel.fromBytes(model.toBytes()).evaluate(table, validation()))
                .isEqualTo(metrics);
    }

    /** Nobody could know from the past when there will be a holiday, and everything moves by as much on one. */
    @Test
    void what_is_known_ahead_tells_what_no_past_does() {
        var random = new SplittableRandom(5);
        var holiday = random.ints(STEPS, 0, 2).asDoubleStream().toArray();
        var load = IntStream.range(0, STEPS)
                .mapToDouble(i -> 100 + 0.1 * random.nextGaussian() + 5 * holiday[i])
                .toArray();
        var moments = IntStream.range(PAST, STEPS - AHEAD + 1).toArray();
        var ends = IntStream.of(moments).map(moment -> moment + AHEAD).toArray();
        var known = Samples.table(Map.of(
                "load", new Column.Windows(load, moments, PAST, AHEAD),
                "holiday", new Column.Windows(holiday, ends, AHEAD, 0)));
        var network = new NetworkSpec(
                List.of(
                        new InputSpec("past", Modality.SERIES, List.of("load")),
                        new InputSpec("ahead", Modality.SERIES, List.of("holiday"))),
                Map.of("past", new SeriesMeans(512, 0), "ahead", new SeriesMeans(512, 0)),
                new Concatenation(8, 1, 0, 0),
                List.of(new TaskSpec("load", TaskType.FORECAST)),
                new HeadSpec(0, 0));
        var metrics = requireNonNull(
                trained(network, known).evaluate(known, validation()).get("load"));
        assertThat(metrics.get("mse")).isLessThan(0.25 * requireNonNull(metrics.get("mse_naive")));
    }

    @Test
    void begins_with_the_last_value() {
        var network = network(new SeriesTcn(512, 8, 2, 0));
        var preprocessor = preprocessor(network);
        var graph = NetworkGraph.of(network, preprocessor.layouts(), TaskWidths.of(network, preprocessor), 1);
        try (var program = Program.compile(graph, true, Device.cpu(), Precision.FLOAT)) {
            program.initialize(new SplittableRandom(1));
            program.input("past/last").write(0, new float[] {0.25f, -3}, 0, 2);
            program.forward(new Pass(false, new SplittableRandom(1)));
            assertThat(program.output("slow").doubles()).containsOnly(-3);
            assertThat(program.output("fast").doubles()).containsOnly(0.25);
        }
    }

    @Test
    void a_forecast_of_late_fusion_begins_with_the_last_value_too() {
        var network = new NetworkSpec(
                List.of(past),
                Map.of("past", new SeriesLinear(512, 4, 0)),
                new Late(8, 0, 0),
                tasks,
                new HeadSpec(8, 0));
        var preprocessor = preprocessor(network);
        var graph = NetworkGraph.of(network, preprocessor.layouts(), TaskWidths.of(network, preprocessor), 1);
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.FLOAT)) {
            program.initialize(new SplittableRandom(1));
            program.input("past/last").write(0, new float[] {0.25f, -3}, 0, 2);
            program.input(NetworkGraph.PRESENCE).write(0, new float[] {1}, 0, 1);
            program.forward(new Pass(false, new SplittableRandom(1)));
            for (double value : program.output("slow").doubles()) {
                assertThat(value).isCloseTo(-3, within(1e-5));
            }
        }
    }

    private NetworkSpec network(EncoderSpec encoder) {
        return new NetworkSpec(
                List.of(past), Map.of("past", encoder), new Concatenation(16, 1, 0, 0), tasks, new HeadSpec(0, 0));
    }

    private Preprocessor preprocessor(NetworkSpec network) {
        return preprocessor(network, table);
    }

    private static Preprocessor preprocessor(NetworkSpec network, Table table) {
        var train = IntStream.range(0, TRAIN).toArray();
        return Preprocessor.fit(table, train, network.inputs(), network.features(), network.tasks());
    }

    private static int[] validation() {
        return IntStream.range(TRAIN + AHEAD, STEPS - PAST - AHEAD).toArray();
    }

    private TrainedModel trained(EncoderSpec encoder) {
        return trained(network(encoder), table);
    }

    private static TrainedModel trained(NetworkSpec network, Table table) {
        var preprocessor = preprocessor(network, table);
        var spec = new TrainingSpec(
                PaceSpec.of(15, 32),
                DescentSpec.of(new AdamW(0.005, 1e-4), new CosineSchedule(0.05)).clipped(1),
                new Equal(),
                LossSpec.plain(),
                AugmentSpec.none(),
                1);
        var train = IntStream.range(0, TRAIN).toArray();
        var outcome = new Trainer(
                        network,
                        spec,
                        preprocessor,
                        preprocessor.encode(table, train),
                        preprocessor.encode(table, validation()))
                .run(null, new Diary());
        return ((TrainingOutcome.Completed) outcome).model();
    }
}
