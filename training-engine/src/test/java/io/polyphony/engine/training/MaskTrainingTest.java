package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.encoder.ImageCnn;
import io.polyphony.engine.encoder.ImageResNet;
import io.polyphony.engine.encoder.TfidfText;
import io.polyphony.engine.evaluation.Segments;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.fusion.Late;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Pictures with a light and a dark square; a word says which of them is to be drawn, and how many pixels it has is to be told. */
class MaskTrainingTest {
    private static final int ROWS = 160;
    private static final int TRAIN = 120;
    private static final int HEIGHT = 24;
    private static final int WIDTH = 32;
    private static final List<TaskSpec> BOTH =
            List.of(new TaskSpec("mask", TaskType.SEGMENTATION), new TaskSpec("light", TaskType.REGRESSION));
    private final Table table = table();
    private final PicturesAndWords networks = new PicturesAndWords(table, TRAIN, ROWS);

    private static Table table() {
        var random = new SplittableRandom(3);
        var pictures = new byte[ROWS][];
        var masks = new byte[ROWS][];
        var words = new String[ROWS];
        var light = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            var first = square(random, 0);
            var second = square(random, WIDTH / 2);
            boolean wanted = random.nextBoolean();
            words[row] = wanted ? "light" : "dark";
            light[row] = first[2] * first[2];
            var shade = random.nextInt(100, 140);
            pictures[row] = Samples.greyPng(
                    HEIGHT, WIDTH, i -> (inside(first, i) ? 255 : inside(second, i) ? 10 : shade) - i % 7);
            masks[row] = random.nextInt(12) == 0
                    ? Samples.NO_FILE
                    : Samples.greyPng(HEIGHT, WIDTH, i -> inside(wanted ? first : second, i) ? 255 : 0);
        }
        return Samples.table(Map.of(
                "image", Samples.files(pictures),
                "mask", Samples.files(masks),
                "word", Samples.texts(words),
                "light", Samples.numbers(light)));
    }

    private static int[] square(SplittableRandom random, int left) {
        int side = random.nextInt(6, 11);
        return new int[] {random.nextInt(HEIGHT - side + 1), left + random.nextInt(WIDTH / 2 - side + 1), side};
    }

    private static boolean inside(int[] square, int i) {
        int y = i / WIDTH - square[0];
        int x = i % WIDTH - square[1];
        return y >= 0 && x >= 0 && y < square[2] && x < square[2];
    }

    @Test
    void a_word_decides_what_is_drawn() {
        var model = networks.trained(new ImageCnn(32, 1, 8, 2, 0), new Concatenation(32, 1, 0, 0), BOTH, 30, 0);
        var metrics = model.evaluate(table, networks.validation());
        assertThat(requireNonNull(metrics.get("mask")).get("iou")).isGreaterThan(0.8);
        assertThat(requireNonNull(metrics.get("light")).get("r2")).isGreaterThan(0.5);
        var read = TrainedModel.fromBytes(model.toBytes());
        assertThat(read.evaluate(table, networks.validation())).isEqualTo(metrics);
        var predictions =
                requireNonNull(read.predict(table, networks.validation()).get("mask"));
        var mask = Segments.drawn(predictions, 0);
        assertThat(mask.height()).isEqualTo(HEIGHT);
        assertThat(mask.width()).isEqualTo(WIDTH);
    }

    @Test
    void a_residual_network_and_moved_pictures_draw_as_well() {
        var model = networks.trained(new ImageResNet(32, 1, 4, 1, 0), new Late(16, 0, 0.1), BOTH.subList(0, 1), 12, 1);
        // Without knowing the word it could draw both squares, which is a little less than one half.
        assertThat(requireNonNull(model.evaluate(table, networks.validation()).get("mask"))
                        .get("iou"))
                .isGreaterThan(0.5);
    }

    /** Nothing but where it is tells what it is: turned upside down, every second mask would be wrong. */
    @Test
    void what_is_above_stays_above_while_pictures_are_moved() {
        var random = new SplittableRandom(5);
        var pictures = new byte[ROWS][];
        var masks = new byte[ROWS][];
        var words = new String[ROWS];
        Arrays.fill(words, "sky");
        for (int row = 0; row < ROWS; row++) {
            pictures[row] = Samples.greyPng(WIDTH, WIDTH, _ -> random.nextInt(256));
            masks[row] = Samples.greyPng(WIDTH, WIDTH, i -> i < WIDTH * WIDTH / 2 ? 255 : 0);
        }
        var skies = Samples.table(
                Map.of("image", Samples.files(pictures), "mask", Samples.files(masks), "word", Samples.texts(words)));
        var upright = new PicturesAndWords(skies, TRAIN, ROWS);
        var model =
                upright.trained(new ImageCnn(16, 1, 8, 3, 0), new Concatenation(8, 1, 0, 0), BOTH.subList(0, 1), 15, 1);
        assertThat(requireNonNull(model.evaluate(skies, upright.validation()).get("mask"))
                        .get("iou"))
                .isGreaterThan(0.8);
    }

    @Test
    void pictures_of_which_nobody_knows_a_mask_are_drawn_on() {
        var model = networks.trained(new ImageCnn(16, 1, 4, 2, 0), new Concatenation(8, 1, 0, 0), BOTH, 1, 0);
        var asked = Samples.table(Map.of("image", table.column("image"), "word", table.column("word")));
        var predictions = requireNonNull(model.predict(asked, new int[] {0}).get("mask"));
        assertThat(Segments.drawn(predictions, 0).classes()).hasSize(HEIGHT * WIDTH);
    }

    @Test
    void a_network_without_pictures_cannot_draw() {
        var inputs = List.of(new InputSpec("text", Modality.TEXT, List.of("word")));
        var encoder = new TfidfText(64, 2, 1, 4, 0);
        assertThatThrownBy(() ->
                        Preprocessor.fit(table, networks.train(), inputs, Map.of("text", encoder.featurizer()), BOTH))
                .hasMessageContaining("hold no picture");
    }
}
