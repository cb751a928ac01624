package io.polyphony.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static BufferedImage read(byte[] file) throws IOException {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var reader = ImageIO.getImageReaders(stream).next();
            reader.setInput(stream, true, true);
            return Pictures.read(reader, reader.getDefaultReadParam(), file);
        }
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

    /** The sensor's picture of the scene, if the camera was held in that way: the definitions of Exif 2.3. */
    private static BufferedImage taken(int orientation) {
        var scene = scene();
        boolean lies = orientation >= 5;
        var image = new BufferedImage(lies ? 32 : 16, lies ? 16 : 32, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                int down = orientation == 3 || orientation == 4 ? 31 - row : row;
                int right = orientation == 2 || orientation == 3 ? 15 - column : column;
                // Of 5 to 8 the rows of the file are columns of the scene.
                int across = orientation == 7 || orientation == 6 ? 15 - row : row;
                int along = orientation == 7 || orientation == 8 ? 31 - column : column;
                image.setRGB(column, row, lies ? scene.getRGB(across, along) : scene.getRGB(right, down));
            }
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_picture_stands_upright_however_the_camera_was_held(int orientation) throws IOException {
        for (var bigEndian : new boolean[] {true, false}) {
            var file = JpegFile.held(taken(orientation), orientation, bigEndian);
            assertThat(JpegFacts.of(file).orientation()).isEqualTo(orientation);
            var image = read(file);
            assertThat(image.getWidth()).isEqualTo(16);
            assertThat(image.getHeight()).isEqualTo(32);
            assertThat(strongest(image, 8, 6)).as("above").isEqualTo('r');
            assertThat(strongest(image, 3, 26)).as("left below").isEqualTo('b');
            assertThat(strongest(image, 12, 26)).as("right below").isEqualTo('g');
        }
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
        assertThat(JpegFacts.of(file).inkTransform()).isTrue();
        assertClose(new Color(read(file).getRGB(5, 5)), inks[0], inks[1], inks[2]);
    }

    private static void assertClose(Color colour, int red, int green, int blue) {
        assertThat(colour.getRed()).isCloseTo(red, within(4));
        assertThat(colour.getGreen()).isCloseTo(green, within(4));
        assertThat(colour.getBlue()).isCloseTo(blue, within(4));
    }

    @Test
    void files_with_a_damaged_head_are_upright() {
        assertThat(JpegFacts.of(new byte[0])).isEqualTo(new JpegFacts(1, false, false, false));
        assertThat(JpegFacts.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0, 0, 1, 2}))
                .isEqualTo(new JpegFacts(1, false, false, false));
        var file = JpegFile.held(scene(), 6, true);
        for (int length = 2; length < 60; length++) {
            assertThat(JpegFacts.of(java.util.Arrays.copyOf(file, length)).adobe())
                    .isFalse();
        }
    }
}
