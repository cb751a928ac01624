package io.polyphony.media;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TIFF as microscopes and scanners write it, and WebP as websites do. */
class ScannedPicturesTest {
    private static final String TIFF_FORMAT = "javax_imageio_tiff_image_1.0";

    private static BufferedImage read(byte[] file) throws IOException {
        return requireNonNull(Pictures.read(file));
    }

    private static byte[] tiff(BufferedImage image, String compression) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(compression);
            writer.write(null, new IIOImage(image, null, null), parameters);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "ZLib", "PackBits", "Deflate"})
    void levels_of_16_bits_come_back_however_they_are_packed(String compression) throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 1200; i++) {
            image.getRaster().setSample(i % 40, i / 40, 0, 50 * i);
        }
        var back = read(tiff(image, compression));
        assertThat(Pictures.isGrey(back)).isTrue();
        assertThat(back.getRaster().getSample(39, 29, 0)).isEqualTo(50 * 1199);
        assertThat(back.getRaster().getSample(7, 3, 0)).isEqualTo(50 * 127);
        var thin = requireNonNull(Pictures.read(tiff(image, compression), 10));
        assertThat(thin.getWidth()).isEqualTo(10);
    }

    @Test
    void a_scan_says_how_it_lies() throws IOException {
        var image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xFF0000);
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        var metadata = writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
        metadata.mergeTree(TIFF_FORMAT, orientation(6));
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), writer.getDefaultWriteParam());
        }
        var back = read(bytes.toByteArray());
        assertThat(Pictures.extent(bytes.toByteArray())).containsExactly(20, 10);
        assertThat(back.getWidth()).isEqualTo(10);
        assertThat(new Color(back.getRGB(9, 0)).getRed()).as("right above").isEqualTo(255);
    }

    private static IIOMetadataNode orientation(int value) {
        var root = new IIOMetadataNode(TIFF_FORMAT);
        var directory = new IIOMetadataNode("TIFFIFD");
        directory.setAttribute("tagSets", "javax.imageio.plugins.tiff.BaselineTIFFTagSet");
        var field = new IIOMetadataNode("TIFFField");
        field.setAttribute("number", "274");
        var shorts = new IIOMetadataNode("TIFFShorts");
        var number = new IIOMetadataNode("TIFFShort");
        number.setAttribute("value", String.valueOf(value));
        root.appendChild(directory).appendChild(field).appendChild(shorts).appendChild(number);
        return root;
    }

    /** Nobody says what number is white: read as levels, they would all be black. */
    @Test
    void floating_point_numbers_are_refused() throws IOException {
        var model = new BandedSampleModel(DataBuffer.TYPE_FLOAT, 8, 8, 1);
        var raster = Raster.createWritableRaster(model, null);
        var colours = ImageTypeSpecifier.createGrayscale(8, DataBuffer.TYPE_BYTE, false)
                .getColorModel()
                .getColorSpace();
        var pixels = new java.awt.image.ComponentColorModel(colours, false, false, 1, DataBuffer.TYPE_FLOAT);
        var file = tiff(new BufferedImage(pixels, raster, false, null), "LZW");
        assertThatThrownBy(() -> Pictures.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("save it as a PNG of 8 or 16 bits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy", "lossless", "clear", "held"})
    void webp_is_read_upright(String kind) throws IOException {
        var file = SoundFormatTest.file("scene-%s.webp".formatted(kind));
        assertThat(PictureKind.of(file)).contains(PictureKind.WEBP);
        assertThat(Pictures.extent(file)).containsExactly(32, 24);
        var image = read(file);
        assertThat(image.getWidth()).isEqualTo(24);
        assertThat(image.getHeight()).isEqualTo(32);
        assertThat(strongest(image, 12, 5)).as("above").isEqualTo('r');
        assertThat(strongest(image, 4, 26)).as("left below").isEqualTo('b');
        assertThat(strongest(image, 19, 26)).as("right below").isEqualTo('g');
        assertThat(image.getRGB(0, 0) >>> 24).isEqualTo(kind.equals("clear") ? 0 : 255);
    }

    private static char strongest(BufferedImage image, int x, int y) {
        var colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 150 ? 'r' : colour.getBlue() > 150 ? 'b' : 'g';
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy", "lossless"})
    void a_webp_that_is_cut_off_is_refused(String kind) {
        var file = SoundFormatTest.file("scene-%s.webp".formatted(kind));
        assertThatThrownBy(() -> Pictures.read(Arrays.copyOf(file, file.length / 2)))
                .isInstanceOfAny(IOException.class, RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy", "lossless", "clear", "held"})
    void a_damaged_webp_ends_in_a_picture_or_an_exception(String kind) {
        var whole = SoundFormatTest.file("scene-%s.webp".formatted(kind));
        for (int at = 12; at < whole.length; at++) {
            var damaged = whole.clone();
            damaged[at] ^= 0x55;
            try {
                assertThat(read(damaged).getWidth()).isPositive();
            } catch (IOException | RuntimeException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }
}
