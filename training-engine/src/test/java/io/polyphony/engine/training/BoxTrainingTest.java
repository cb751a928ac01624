package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.ImageResNet;
import io.polyphony.engine.evaluation.Detections;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.OnnxFile;
import io.polyphony.engine.export.OnnxSession;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.fusion.Late;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pictures with up to three coloured rectangles, found by their boxes, while a text beside each is classified. */
class BoxTrainingTest {
    private static final int ROWS = 260;
    private static final int TRAIN = 200;
    private static final List<TaskSpec> BOTH =
            List.of(new TaskSpec("boxes", TaskType.DETECTION), new TaskSpec("mood", TaskType.BINARY));
    private final Table table = Rectangles.table(ROWS, 3);
    private final PicturesAndWords networks = new PicturesAndWords(table, TRAIN, ROWS);

    @Test
    void rectangles_are_found_beside_a_classified_text_and_the_files_of_the_model_find_them_too() throws IOException {
        var model = networks.trained(new ImageCnn(48, 3, 12, 3, 0), new Concatenation(24, 1, 0, 0), BOTH, 16, 0);
        var said = model.predict(table, networks.validation());
        var boxes = requireNonNull(said.get("boxes"));
        var metrics = Metrics.evaluate(boxes);
        assertThat(metrics.get("map_50")).isGreaterThan(0.75);
        assertThat(Metrics.normalised("map_50", boxes))
                .as("beyond the usual box")
                .isGreaterThan(0.7);
        assertThat(requireNonNull(model.evaluate(table, networks.validation()).get("mood"))
                        .get("accuracy"))
                .isGreaterThan(0.9);
        assertSameInOnnx(model);
        assertSameInBundle(model);
    }

    private void assertSameInOnnx(TrainedModel model) {
        var expected = requireNonNull(
                        model.predict(table, networks.validation()).get("boxes"))
                .scores();
        try (var session = new OnnxSession(OnnxFile.of(model))) {
            session.put(model.encode(table, networks.validation()));
            var actual = requireNonNull(session.run().get("boxes"));
            double sum = 0;
            for (int i = 0; i < actual.length; i++) {
                sum += Math.abs(actual[i] - expected[i / expected[0].length][i % expected[0].length]);
            }
            assertThat(sum / actual.length).isLessThan(1e-5);
        }
    }

    /** The bundle is asked with plain values, as anybody would. */
    private void assertSameInBundle(TrainedModel model) throws IOException {
        var out = new ByteArrayOutputStream();
        Bundle.of(model, "{}").write(out);
        var bundle = Bundle.read(new ByteArrayInputStream(out.toByteArray()));
        int row = networks.validation()[3];
        var answer = bundle.predict(List.of(Map.of("image", Rectangles.picture(table, row), "word", "glad")));
        var found = Detections.found(requireNonNull(answer.get("boxes")), 0);
        var expected = Detections.found(
                requireNonNull(model.predict(table, new int[] {row}).get("boxes")), 0);
        assertThat(found).isNotEmpty();
        assertThat(found.getFirst().box().label())
                .isEqualTo(expected.getFirst().box().label());
        assertThat(found.getFirst().box().iou(expected.getFirst().box())).isCloseTo(1, within(0.05));
    }

    @Test
    void a_residual_network_and_moved_pictures_find_them_as_well() {
        var model = networks.trained(new ImageResNet(32, 3, 8, 1, 0), new Late(16, 0, 0.1), BOTH.subList(0, 1), 12, 1);
        assertThat(requireNonNull(model.evaluate(table, networks.validation()).get("boxes"))
                        .get("map_50"))
                .isGreaterThan(0.5);
    }

    @Test
    void a_shallow_encoder_is_brought_down_to_the_grid() {
        var model = networks.trained(new ImageCnn(30, 1, 4, 1, 0), new Concatenation(8, 1, 0, 0), BOTH, 1, 0);
        var answers = requireNonNull(model.predict(table, new int[] {0}).get("boxes"));
        assertThat(answers.scores()[0]).hasSize(8 * 8 * (2 + 4));
        assertThat(TrainedModel.fromBytes(model.toBytes()).evaluate(table, networks.validation()))
                .isEqualTo(model.evaluate(table, networks.validation()));
    }
}
