package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoxCodecTest {
    private static final TaskSpec TASK = new TaskSpec("boxes", TaskType.DETECTION);
    private static final int SIZE = 32;
    private static final int GRID = 8;

    /** On a picture of 64 x 32 the box has its middle at (24, 20): on the square, half as large, at (12, 18); in cells (3, 4.5). */
    @Test
    void a_box_is_a_middle_a_place_in_its_cell_and_a_size_in_cells() {
        var table = table(picture(32, 64), "cat 16 12 16 16", "dog 0 0 4 4");
        var labels = fit(table).encode(table, new int[] {0});
        var targets = new float[labels.seen()];
        var known = new float[targets.length];
        labels.read(0, Movement.NONE, targets, known, 0);
        int middle = (4 * GRID + 3) * 6;
        assertThat(labels.seen()).isEqualTo(GRID * GRID * 6);
        assertThat(List.of(targets[middle], targets[middle + 1])).containsExactly(1f, 0f);
        assertThat(new float[] {targets[middle + 2], targets[middle + 3], targets[middle + 4], targets[middle + 5]})
                .containsExactly(new float[] {0, 0.5f, 2, 2}, within(1e-6f));
        assertThat(known[middle + 2]).isEqualTo(1);
        assertThat(known[0]).as("that nothing is elsewhere is known").isEqualTo(1);
        assertThat(known[2]).as("how large nothing is, is not").isZero();
    }

    @Test
    void nobody_knows_an_empty_cell_or_boxes_without_their_picture() {
        var files = new byte[][] {picture(32, 32), picture(32, 32), picture(32, 32), Samples.NO_FILE};
        var table = table(files, "cat 1 1 8 8", null, "[]", "cat 1 1 8 8");
        var labels = fit(table).encode(table, Samples.all(4));
        assertThat(labels.mask()).containsExactly(1, 0, 1, 0);
        var targets = new float[labels.seen()];
        var known = new float[targets.length];
        labels.read(1, Movement.NONE, targets, known, 0);
        assertThat(known).containsOnly(0f);
        labels.read(2, Movement.NONE, targets, known, 0);
        assertThat(targets).containsOnly(0f);
        assertThat(known).contains(1f);
    }

    @Test
    void classes_come_from_train_rows_and_others_are_left_out() {
        var table = table(picture(32, 32), "cat 1 1 8 8", "dog 1 1 8 8; cat 4 4 4 4");
        var codec = BoxCodec.fit(TASK, table, new int[] {0}, inputs(), features());
        assertThat(codec.classes()).containsExactly("cat");
        var scene = Boxes.of(codec.encode(table, new int[] {1})).pictures().getFirst();
        assertThat(scene.boxes()).containsExactly(new Box("cat", 4, 4, 4, 4));
    }

    @Test
    void boxes_told_in_shares_or_beyond_the_picture_are_refused() {
        assertThatThrownBy(() -> fit(table(picture(32, 32), "cat 0.2 0.3 0.5 0.5")))
                .hasMessageContaining("The box (cat 0.2 0.3 0.5 0.5) in data row 1")
                .hasMessageContaining("Maybe boxes are given as shares");
        assertThatThrownBy(() -> fit(table(picture(32, 32), "cat 20 1 30 8")))
                .hasMessageContaining("does not lie on its picture of 32 x 32 pixels");
        assertThatThrownBy(() -> fit(table(picture(32, 32), "cat")))
                .hasMessageContaining("Row 1 of the target (boxes)");
    }

    @Test
    void a_target_without_any_box_or_without_pictures_is_refused() {
        assertThatThrownBy(() -> fit(table(picture(32, 32), "[]"))).hasMessageContaining("0 different labels");
        var text = List.of(new InputSpec("text", Modality.TEXT, List.of("word")));
        assertThatThrownBy(
                        () -> BoxCodec.fit(TASK, table(picture(32, 32), "cat 1 1 8 8"), new int[] {0}, text, Map.of()))
                .hasMessageContaining("The target (boxes) lies on pictures, but the inputs ([text]) hold no picture");
    }

    @Test
    void it_survives_json() {
        var table = table(picture(32, 32), "cat 1 1 8 8");
        var fitted = Preprocessor.fit(table, new int[] {0}, inputs(), features(), List.of(TASK));
        assertThat(Preprocessor.fromJson(fitted.toJson()).codec("boxes")).isEqualTo(fitted.codec("boxes"));
    }

    private static byte[] picture(int height, int width) {
        return Samples.greyPng(height, width, i -> i % 256);
    }

    private static Table table(byte[] picture, @Nullable String... cells) {
        var pictures = new byte[cells.length][];
        Arrays.fill(pictures, picture);
        return table(pictures, cells);
    }

    private static Table table(byte[][] pictures, @Nullable String... cells) {
        return Samples.table(Map.of("image", Samples.files(pictures), "boxes", Samples.texts(cells)));
    }

    private static List<InputSpec> inputs() {
        return List.of(new InputSpec("image", Modality.IMAGE, List.of("image")));
    }

    private static Map<String, FeaturizerSpec> features() {
        return Map.of("image", new PixelFeatures(SIZE, 1));
    }

    private static BoxCodec fit(Table table) {
        return BoxCodec.fit(TASK, table, Samples.all(table.rows()), inputs(), features());
    }
}
