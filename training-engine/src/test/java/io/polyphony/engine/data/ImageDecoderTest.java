package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.MediaColumn.MalformedMedia;
import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures as they come: each is read as it looks, or refused with a reason. */
class ImageDecoderTest {
    private static final float CLOSE = 2 / 255f;

    /** The grey of a file is one number whatever it is stored with; where it is transparent, the white behind it shines through. */
    @ParameterizedTest
    @CsvSource({"8,255,0.4", "8,0,1", "8,51,0.88", "16,65535,0.4", "16,0,1", "16,13107,0.88"})
    void grey_with_transparency_is_read_as_stored(int bits, int opacity, float expected) throws MalformedMedia {
        int full = (1 << bits) - 1;
        var model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT);
        var raster = model.createCompatibleWritableRaster(6, 4);
        for (int i = 0; i < 24; i++) {
            raster.setSample(i % 6, i / 6, 0, full * 2 / 5);
            raster.setSample(i % 6, i / 6, 1, opacity);
        }
        assertEven(png(new BufferedImage(model, raster, false, null)), expected, expected, expected);
    }

    @Test
    void sixteen_bits_are_read_to_the_last() throws MalformedMedia {
        var image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 4000);
        image.getRaster().setSample(1, 0, 0, 4001);
        assertThat(ImageDecoder.decode(png(image), 8, 1).values())
                .usingComparatorWithPrecision(1e-7f)
                .containsExactly(4000 / 65535f, 4001 / 65535f);
    }

    @Test
    void a_palette_has_its_colours_and_its_hole() throws MalformedMedia {
        byte[] red = {0, 100, 0};
        byte[] green = {0, (byte) 200, 0};
        byte[] blue = {0, 50, 0};
        byte[] opacity = {(byte) 255, (byte) 255, 0};
        var model = new IndexColorModel(8, 3, red, green, blue, opacity);
        var image = new BufferedImage(5, 5, BufferedImage.TYPE_BYTE_INDEXED, model);
        fill(image, 1);
        assertEven(png(image), 100 / 255f, 200 / 255f, 50 / 255f);
        fill(image, 2);
        assertEven(png(image), 1, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void a_single_pixel_is_a_picture(String format) throws MalformedMedia {
        var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0x64C832);
        assertEven(written(image, format), 100 / 255f, 200 / 255f, 50 / 255f);
    }

    /** It never is in memory as a whole: 48 million pixels of three floats would be 576 MB. */
    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void a_huge_picture_is_thinned_out_while_it_is_read(String format) throws MalformedMedia {
        var image = new BufferedImage(8000, 6000, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(4000, 0, 4000, 6000);
        graphics.dispose();
        var picture = ImageDecoder.decode(written(image, format), 64, 1);
        assertThat(picture.values().length).isLessThan(1 << 18);
        assertThat(picture.width()).isGreaterThan(picture.height());
        var fitted = picture.scaled(64);
        assertThat(fitted.values()[24 * 64 + 5]).isCloseTo(0, within(CLOSE));
        assertThat(fitted.values()[24 * 64 + 58]).isCloseTo(1, within(CLOSE));
    }

    /** Three times as wide as high: a third of the square, neither squashed nor cropped. */
    @Test
    void a_panorama_is_seen_whole_and_as_wide_as_it_is() throws MalformedMedia {
        var image = new BufferedImage(300, 100, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 50, 100);
        graphics.fillRect(250, 0, 50, 100);
        graphics.dispose();
        var square = ImageDecoder.decode(png(image), 60, 1).fitted(60, new float[] {0.5f});
        for (int y = 0; y < 60; y++) {
            boolean inside = y >= 20 && y < 40;
            assertThat(square.values()[y * 60]).isCloseTo(inside ? 1 : 0.5f, within(CLOSE));
            assertThat(square.values()[y * 60 + 30]).isCloseTo(inside ? 0 : 0.5f, within(CLOSE));
            assertThat(square.values()[y * 60 + 59]).isCloseTo(inside ? 1 : 0.5f, within(CLOSE));
        }
    }

    /** Readers of JPEG fill the rest with grey and only warn. */
    @ParameterizedTest
    @CsvSource({"png,0.3", "png,0.95", "jpg,0.3", "jpg,0.95", "gif,0.3", "gif,0.95", "bmp,0.3", "bmp,0.95"})
    void what_is_cut_off_is_refused(String format, double share) {
        var random = new SplittableRandom(1);
        var image = new BufferedImage(90, 90, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 8100; i++) {
            image.setRGB(i % 90, i / 90, 0x111111 * random.nextInt(16));
        }
        var whole = written(image, format);
        var cut = Arrays.copyOf(whole, (int) (share * whole.length));
        assertThatThrownBy(() -> ImageDecoder.decode(cut, 16, 3))
                .isInstanceOf(MalformedMedia.class)
                .hasMessageStartingWith("the image data are broken (")
                .hasMessageNotContaining("null");
    }

    private static void assertEven(byte[] file, float... rgb) throws MalformedMedia {
        var values = ImageDecoder.decode(file, 8, 3).values();
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isCloseTo(rgb[i % 3], within(CLOSE));
        }
    }

    private static void fill(BufferedImage image, int sample) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.getRaster().setSample(x, y, 0, sample);
            }
        }
    }

    private static byte[] png(BufferedImage image) {
        return written(image, "png");
    }

    private static byte[] written(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(image, format, out)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
