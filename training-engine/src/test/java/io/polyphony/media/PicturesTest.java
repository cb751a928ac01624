package io.polyphony.media;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static BufferedImage read(byte[] file) throws IOException {
        return requireNonNull(Pictures.read(file));
    }

    /** 16 wide and 32 high, red above, its left lower quarter blue. */
    private static BufferedImage scene() {
        var image = new BufferedImage(16, 32, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 16; x++) {
                image.setRGB(x, y, y < 16 ? 0xFF0000 : x < 8 ? 0x0000FF : 0x00FF00);
            }
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_picture_stands_upright_however_the_camera_was_held(int orientation) throws IOException {
        for (var bigEndian : new boolean[] {true, false}) {
            var file = JpegFile.held(Camera.taken(scene(), orientation), orientation, bigEndian);
            assertThat(PictureFacts.of(file).orientation()).isEqualTo(orientation);
            assertUpright(read(file));
        }
        var png = PngFile.held(Camera.taken(scene(), orientation), orientation);
        assertThat(PictureFacts.of(png).orientation()).isEqualTo(orientation);
        assertUpright(read(png));
    }

    private static void assertUpright(BufferedImage image) {
        assertThat(image.getWidth()).isEqualTo(16);
        assertThat(image.getHeight()).isEqualTo(32);
        assertThat(strongest(image, 8, 6)).as("above").isEqualTo('r');
        assertThat(strongest(image, 3, 26)).as("left below").isEqualTo('b');
        assertThat(strongest(image, 12, 26)).as("right below").isEqualTo('g');
    }

    private static char strongest(BufferedImage image, int x, int y) {
        var colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 150 ? 'r' : colour.getBlue() > 150 ? 'b' : 'g';
    }

    /** Full cyan and half black, stored as it is and upside down; 63 is 255 x 63 / 255. */
    @ParameterizedTest
    @CsvSource({"255,0,0,128,-1, 0,127,127", "0,255,255,127,0, 0,127,127", "255,255,255,255,0, 255,255,255"})
    void inks_become_light(int c, int m, int y, int k, int transform, int red, int green, int blue) throws IOException {
        var file = JpegFile.ofInks(16, 24, new int[] {c, m, y, k}, transform < 0 ? null : transform);
        var image = read(file);
        assertThat(image.getWidth()).isEqualTo(24);
        assertClose(new Color(image.getRGB(10, 10)), red, green, blue);
    }

    /** Inks as lightness and colour: what is not printed in red (255, 64, 0) has Y 113.8, Cb 63.8 and Cr 228.7. */
    @Test
    void inks_stored_as_lightness_and_colour_become_light() throws IOException {
        var inks = new int[] {255 - 255, 255 - 64, 255};
        double y = 0.299 * (255 - inks[0]) + 0.587 * (255 - inks[1]) + 0.114 * (255 - inks[2]);
        int blue = (int) Math.round(128 + (255 - inks[2] - y) / 1.772);
        int red = (int) Math.round(128 + (255 - inks[0] - y) / 1.402);
        var file = JpegFile.ofInks(16, 16, new int[] {(int) Math.round(y), blue, red, 255}, 2);
        assertThat(PictureFacts.of(file).inkTransform()).isTrue();
        assertClose(new Color(read(file).getRGB(5, 5)), inks[0], inks[1], inks[2]);
    }

    private static void assertClose(Color colour, int red, int green, int blue) {
        assertThat(colour.getRed()).isCloseTo(red, within(4));
        assertThat(colour.getGreen()).isCloseTo(green, within(4));
        assertThat(colour.getBlue()).isCloseTo(blue, within(4));
    }

    @Test
    void files_with_a_damaged_head_are_upright() {
        assertThat(PictureFacts.of(new byte[0])).isEqualTo(new PictureFacts(1, false, false, false));
        assertThat(PictureFacts.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0, 0, 1, 2}))
                .isEqualTo(new PictureFacts(1, false, false, false));
        for (var file : List.of(JpegFile.held(scene(), 6, true), PngFile.held(scene(), 6))) {
            for (int length = 2; length < 60; length++) {
                assertThat(PictureFacts.of(Arrays.copyOf(file, length)).adobe()).isFalse();
            }
        }
    }
}
