package io.polyphony.engine.export;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Mirror;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.head.Counting;
import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.ConstantSchedule;
import io.polyphony.engine.training.DescentSpec;
import io.polyphony.engine.training.PaceSpec;
import io.polyphony.engine.training.Trainer;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.TrainingSpec;
import io.polyphony.engine.training.Verdict;
import io.polyphony.engine.weighting.Equal;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The mean over all ways in which a picture may lie is the same however it lies, whatever the network has learned. */
class ViewsTest {
    private static final int SIDE = 16;
    private static final int ROWS = 6;
    private static final List<InputSpec> INPUTS = List.of(new InputSpec("image", Modality.IMAGE, List.of("image")));
    private static final List<TaskSpec> TASKS = List.of(
            new TaskSpec("mask", TaskType.SEGMENTATION),
            new TaskSpec("count", TaskType.COUNT),
            new TaskSpec("value", TaskType.REGRESSION));

    private final Table upright = table(pixel -> pixel);
    /** Left for right, then lines for columns: a quarter turn. */
    private final Table turned = table(pixel -> pixel % SIDE * SIDE + SIDE - 1 - pixel / SIDE);

    private static Table table(IntUnaryOperator source) {
        var rows = IntStream.range(0, ROWS).boxed().toList();
        return Samples.table(Map.of(
                "image",
                files(rows.stream()
                        .map(row -> Samples.greyPng(SIDE, SIDE, pixel -> grey(row, source.applyAsInt(pixel))))),
                "mask",
                files(rows.stream()
                        .map(row -> Samples.greyPng(
                                SIDE, SIDE, pixel -> grey(row, source.applyAsInt(pixel)) > 150 ? 255 : 0))),
                "count",
                Samples.numbers(1, 2, 3, 4, 5, 6),
                "value",
                Samples.numbers(0.5, -1, 2, 0, 3, 1)));
    }

    private static Column files(Stream<byte[]> contents) {
        return Samples.files(contents.toArray(byte[][]::new));
    }

    private static int grey(int row, int pixel) {
        return (pixel * 37 + row * 91 + pixel / SIDE * 13) % 256;
    }

    @Test
    void what_is_said_turns_as_the_picture_does() {
        var model = trained(Mirror.ALL_WAYS);
        var first = model.predict(upright, Samples.all(ROWS));
        var second = model.predict(turned, Samples.all(ROWS));
        for (int row = 0; row < ROWS; row++) {
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                int source = pixel % SIDE * SIDE + SIDE - 1 - pixel / SIDE;
                assertThat(scores(second, "mask", row)[pixel])
                        .isCloseTo(scores(first, "mask", row)[source], within(1e-5f));
            }
            assertThat(scores(second, "count", row)[0]).isCloseTo(scores(first, "count", row)[0], within(1e-4f));
            assertThat(scores(second, "value", row)[0]).isCloseTo(scores(first, "value", row)[0], within(1e-4f));
        }
    }

    @Test
    void a_single_look_depends_on_how_a_picture_lies() {
        var model = trained(Mirror.NONE);
        var first = model.predict(upright, new int[] {0});
        var second = model.predict(turned, new int[] {0});
        assertThat(Math.abs(scores(first, "value", 0)[0] - scores(second, "value", 0)[0]))
                .isGreaterThan(1e-3f);
    }

    @Test
    void a_model_keeps_its_looks_and_was_judged_by_them() {
        var done = completed(Mirror.SIDEWAYS);
        var read = TrainedModel.fromBytes(done.model().toBytes());
        assertThat(read.network().views()).isEqualTo(Mirror.SIDEWAYS);
        assertThat(read.evaluate(upright, Samples.all(ROWS))).isEqualTo(done.best());
        var single =
                new TrainedModel(read.network().viewing(Mirror.NONE), read.preprocessor(), read.weights(), Map.of());
        assertThat(requireNonNull(single.evaluate(upright, Samples.all(ROWS)).get("value"))
                        .get(Metrics.MAE))
                .isNotEqualTo(requireNonNull(done.best().get("value")).get(Metrics.MAE));
    }

    /** ONNX files look once, and tell how often the model does; Keras files have no place to tell it. */
    @Test
    void a_file_says_that_it_looks_once() throws Exception {
        var model = trained(Mirror.ALL_WAYS);
        try (var session = new OnnxSession(OnnxFile.of(model))) {
            assertThat(session.notes().get("polyphony.views")).contains("mean over 8 ways");
        }
        assertThatThrownBy(() -> KerasFile.of(model))
                .isInstanceOf(NotInKeras.class)
                .hasMessageContaining("ways in which a picture is looked at");
    }

    private static float[] scores(Map<String, TaskPredictions> said, String task, int row) {
        return requireNonNull(said.get(task)).scores()[row];
    }

    private TrainedModel trained(Mirror views) {
        return completed(views).model();
    }

    private TrainingOutcome.Completed completed(Mirror views) {
        var encoder = new ImageCnn(SIDE, 1, 4, 2, 0);
        var head = new HeadSpec(0, 0, Counting.DENSITY);
        var network = new NetworkSpec(INPUTS, Map.of("image", encoder), new Concatenation(8, 1, 0, 0), TASKS, head)
                .viewing(views);
        var preprocessor = Preprocessor.fit(
                upright, Samples.all(ROWS), INPUTS, Map.of("image", encoder.featurizer()), network.tasks());
        var spec = new TrainingSpec(
                PaceSpec.of(3, 3),
                DescentSpec.of(new AdamW(0.01, 0), new ConstantSchedule()),
                new Equal(),
                LossSpec.plain(),
                AugmentSpec.none(),
                1);
        var rows = preprocessor.encode(upright, Samples.all(ROWS));
        var outcome = new Trainer(network, spec, preprocessor, rows, rows).run(null, (_, _) -> Verdict.CONTINUE);
        return (TrainingOutcome.Completed) outcome;
    }
}
