package io.polyphony.media;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A profile by which the same levels look much lighter than without. */
class ColourProfileTest {
    private static final ICC_Profile LINEAR = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
    private static final int LEVELS = 0xFF40_6080;

    @Test
    void levels_of_a_jpeg_are_read_as_they_are_stored() throws IOException {
        var plain = JpegFile.held(filled(), 1, true);
        var profiled = JpegFile.profiled(plain, LINEAR.getData());
        assertThat(ImageIO.read(new ByteArrayInputStream(profiled)).getRGB(3, 3))
                .as("with its profile")
                .isNotEqualTo(read(plain).getRGB(3, 3));
        assertThat(read(profiled).getRGB(3, 3)).isEqualTo(read(plain).getRGB(3, 3));
        assertThat(ColourProfile.hidden(plain)).isSameAs(plain);
    }

    @Test
    void a_jpeg_cut_off_within_its_profile_is_left_alone() {
        byte[] cut = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE2, 0, 20, 'I', 'C', 'C', '_', 'P'};
        assertThat(ColourProfile.hidden(cut)).isSameAs(cut);
    }

    @Test
    void levels_of_a_tiff_are_read_as_they_are_stored() throws IOException {
        var linear = new ComponentColorModel(
                new ICC_ColorSpace(LINEAR), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        var image = new BufferedImage(linear, linear.createCompatibleWritableRaster(8, 8), false, null);
        for (int i = 0; i < 64; i++) {
            image.getRaster().setPixel(i % 8, i / 8, new int[] {0x40, 0x60, 0x80});
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "tiff", bytes);
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())).getRGB(3, 3))
                .as("with its profile")
                .isNotEqualTo(LEVELS);
        assertThat(read(bytes.toByteArray()).getRGB(3, 3)).isEqualTo(LEVELS);
    }

    @Test
    void a_webp_has_its_profile_hidden_and_is_read_as_before() throws IOException {
        var plain = SoundFormatTest.file("scene-held.webp");
        var profiled = webp(plain, LINEAR.getData());
        assertThat(text(profiled)).contains("ICCP");
        assertThat(text(ColourProfile.hidden(profiled))).doesNotContain("ICCP");
        assertThat(read(profiled).getRGB(12, 5)).isEqualTo(read(plain).getRGB(12, 5));
    }

    /** A chunk behind the head of the extended format, which says that there is one (RFC 9649, 2.7). */
    private static byte[] webp(byte[] file, byte[] profile) {
        int behind = 30;
        int padded = profile.length + (profile.length & 1);
        var bytes = ByteBuffer.allocate(file.length + 8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(file, 0, behind).put("ICCP".getBytes(StandardCharsets.US_ASCII));
        bytes.putInt(profile.length).put(profile).position(behind + 8 + padded);
        bytes.put(file, behind, file.length - behind);
        bytes.putInt(4, bytes.capacity() - 8).put(20, (byte) (file[20] | 0x20));
        return bytes.array();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static BufferedImage filled() {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, LEVELS);
        }
        return image;
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return requireNonNull(Pictures.read(file));
    }
}
