package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.media.Camera;
import io.polyphony.media.JpegFile;
import io.polyphony.media.PngFile;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskCodecTest {
    private static final TaskSpec TASK = new TaskSpec("mask", TaskType.SEGMENTATION);

    @Test
    void levels_become_classes_darkest_first() {
        var codec = fit(picture(8, 8), Samples.greyPng(8, 8, i -> i % 3 == 0 ? 255 : i % 3 == 1 ? 100 : 0));
        assertThat(codec.classes()).containsExactly("0", "100", "255");
        assertThat(codec.levels()).containsExactly(0, 100, 255);
        assertThat(codec.coloured()).isFalse();
    }

    @Test
    void colours_become_classes() {
        var red = Samples.colourPng(8, 8, 0xFFFF0000);
        var black = Samples.colourPng(8, 8, 0xFF000000);
        var codec = fit(table(new byte[][] {picture(8, 8), picture(8, 8)}, new byte[][] {red, black}));
        assertThat(codec.classes()).containsExactly("#000000", "#ff0000");
        assertThat(cells(codec, table(new byte[][] {picture(8, 8)}, new byte[][] {red})))
                .containsOnly((byte) Masks.FULL);
    }

    @Test
    void a_pixel_of_the_square_has_a_share_of_the_foreground() {
        // Of every four pixels of the mask, which make one of the square, so many are foreground.
        var mask = Samples.greyPng(16, 16, i -> i / 16 < 8 ? i % 2 * 255 : (i / 16 % 2) * (i % 2) * 255);
        var table = table(new byte[][] {picture(16, 16)}, new byte[][] {mask});
        var cells = cells(fit(table), table);
        assertThat(cells[0]).isEqualTo((byte) (Masks.FULL / 2));
        assertThat(cells[63]).isEqualTo((byte) Math.round(Masks.FULL / 4f));
    }

    @Test
    void of_many_classes_the_most_frequent_has_a_pixel_of_the_square() {
        var mask = Samples.greyPng(16, 16, i -> i / 16 % 2 == 0 && i % 2 == 0 ? 9 : i / 16 < 8 ? 5 : 0);
        var table = table(new byte[][] {picture(16, 16)}, new byte[][] {mask});
        var cells = cells(fit(table), table);
        assertThat(cells[0]).isEqualTo((byte) 1);
        assertThat(cells[63]).isZero();
    }

    @Test
    void a_mask_lies_on_the_square_as_its_picture_does() {
        // Twice as wide as tall: four of eight lines are covered, the others are unknown.
        var mask = Samples.greyPng(8, 16, i -> i % 16 < 8 ? 0 : 255);
        var table = table(new byte[][] {picture(8, 16)}, new byte[][] {mask});
        var cells = cells(fit(table), table);
        for (int i = 0; i < 64; i++) {
            int y = i / 8;
            byte expected = y < 2 || y >= 6 ? Mask.UNKNOWN : (byte) (i % 8 < 4 ? 0 : Masks.FULL);
            assertThat(cells[i]).as("line %d, column %d", y, i % 8).isEqualTo(expected);
        }
    }

    @Test
    void a_missing_mask_is_a_missing_label() {
        var mask = Samples.greyPng(8, 8, i -> i < 32 ? 0 : 255);
        var table = table(new byte[][] {picture(8, 8), picture(8, 8)}, new byte[][] {mask, Samples.NO_FILE});
        var labels = fit(table).encode(table, Samples.all(2));
        assertThat(labels.mask()).containsExactly(1, 0);
        var known = new float[64];
        labels.read(1, Movement.NONE, new float[64], known, 0);
        assertThat(known).containsOnly(0f);
        assertThat(Masks.of(labels).extent(1)).containsExactly(8, 8);
    }

    @Test
    void an_unseen_level_is_unknown() {
        var fitted = fit(picture(8, 8), Samples.greyPng(8, 8, i -> i < 32 ? 0 : 255));
        var other = table(new byte[][] {picture(8, 8)}, new byte[][] {Samples.greyPng(8, 8, i -> i < 32 ? 7 : 255)});
        var cells = cells(fitted, other);
        assertThat(cells[0]).isEqualTo(Mask.UNKNOWN);
        assertThat(cells[63]).isEqualTo((byte) Masks.FULL);
    }

    @Test
    void a_mask_of_another_shape_is_refused() {
        assertThatThrownBy(() -> fit(picture(8, 8), Samples.greyPng(8, 12, i -> i % 2)))
                .hasMessageContaining("The mask (0.bin) of the target (mask) has 12 x 8 pixels")
                .hasMessageContaining("its picture has 8 x 8")
                .hasMessageContaining("Maybe the files of two rows were mixed up");
    }

    /** The left upper quarter is foreground, of a scene twice as tall as wide; in grey, and in a bit per pixel. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_mask_is_turned_as_its_own_file_says(int orientation) {
        var photograph = new BufferedImage(8, 16, BufferedImage.TYPE_INT_RGB);
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_BINARY}) {
            var drawn = new BufferedImage(8, 16, type);
            for (int place = 0; place < 32; place++) {
                drawn.setRGB(place % 4, place / 4, 0xFFFFFF);
            }
            var upright = table(new byte[][] {picture(16, 8)}, new byte[][] {PngFile.held(drawn, 1)});
            var turned = table(
                    new byte[][] {JpegFile.held(Camera.taken(photograph, orientation), orientation, true)},
                    new byte[][] {PngFile.held(Camera.taken(drawn, orientation), orientation)});
            assertThat(cells(fit(turned), turned)).isEqualTo(cells(fit(upright), upright));
            var above = table(
                    new byte[][] {JpegFile.held(Camera.taken(photograph, orientation), orientation, true)},
                    new byte[][] {PngFile.held(drawn, 1)});
            assertThat(cells(fit(above), above))
                    .as("drawn over the picture as people see it")
                    .isEqualTo(cells(fit(upright), upright));
        }
    }

    @Test
    void a_mask_that_was_drawn_over_a_picture_as_it_is_stored_is_refused_with_a_cure() {
        var stored = JpegFile.held(new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB), 6, true);
        assertThatThrownBy(() -> fit(stored, Samples.greyPng(8, 16, i -> i % 2)))
                .hasMessageContaining(
                        "The mask (0.bin) of the target (mask) has 16 x 8 pixels, as its picture has in the file")
                .hasMessageContaining("Exif orientation turns it to 8 x 16")
                .hasMessageContaining("Maybe the mask was drawn over the picture as it is stored");
    }

    @Test
    void a_mask_of_the_same_shape_but_another_size_is_taken() {
        assertThat(fit(picture(9, 12), Samples.greyPng(18, 24, i -> i % 2)).classes())
                .containsExactly("0", "1");
    }

    @Test
    void photographs_are_refused() {
        var random = new SplittableRandom(1);
        assertThatThrownBy(() -> fit(picture(8, 8), Samples.greyPng(8, 8, _ -> random.nextInt(256))))
                .hasMessageContaining("more than 32 different levels")
                .hasMessageContaining("Maybe they are photographs");
    }

    @Test
    void one_level_is_refused() {
        assertThatThrownBy(() -> fit(picture(8, 8), Samples.greyPng(8, 8, _ -> 255)))
                .hasMessageContaining("have 1 levels ([255])");
    }

    @Test
    void a_mask_needs_a_picture() {
        var table = table(new byte[][] {picture(8, 8)}, new byte[][] {Samples.greyPng(8, 8, i -> i % 2)});
        assertThatThrownBy(() -> TaskCodec.fit(TASK, table, Samples.all(1), List.of(), Map.of()))
                .hasMessageContaining("The target (mask) lies on pictures, but the inputs ([]) hold no picture");
    }

    @Test
    void a_fitted_codec_survives_json() {
        var codec = fit(picture(8, 8), Samples.greyPng(8, 8, i -> i % 2));
        var json = new Preprocessor(List.of(), Map.of(), List.of(codec)).toJson();
        var read = (MaskCodec) Preprocessor.fromJson(json).codec("mask");
        assertThat(read).usingRecursiveComparison().isEqualTo(codec);
    }

    private static byte[] cells(MaskCodec codec, Table table) {
        var cells = Masks.of(codec.encode(table, Samples.all(1))).cells()[0];
        return cells == null ? new byte[0] : cells;
    }

    private static byte[] picture(int height, int width) {
        return Samples.greyPng(height, width, i -> i % 256);
    }

    private static Table table(byte[][] pictures, byte[][] masks) {
        return Samples.table(Map.of("image", Samples.files(pictures), "mask", Samples.files(masks)));
    }

    private static MaskCodec fit(byte[] picture, byte[] mask) {
        return fit(table(new byte[][] {picture}, new byte[][] {mask}));
    }

    private static MaskCodec fit(Table table) {
        var input = new InputSpec("image", Modality.IMAGE, List.of("image"));
        return (MaskCodec) TaskCodec.fit(
                TASK, table, Samples.all(table.rows()), List.of(input), Map.of("image", new PixelFeatures(8, 1)));
    }
}
