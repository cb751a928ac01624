package io.polyphony.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureKindTest {
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void four_kinds_are_read(String format) throws IOException {
        var file = file(format);
        assertThat(PictureKind.refusal(file)).isNull();
        assertThat(Pictures.read(file)).isNotNull();
    }

    /** Java could read it, but not all of what it may hold: samples of 32 bits would become black. */
    @Test
    void a_tiff_is_refused_by_name() throws IOException {
        var file = file("tiff");
        assertThat(PictureKind.refusal(file)).contains("TIFF").contains("save it as PNG");
        assertThat(Pictures.read(file)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "RIFF0000WEBPVP8 , WebP",
        "0000ftypheic0000, HEIC",
        "0000ftypavif0000, AVIF",
        "<svg xmlns=''/>, SVG",
        "%PDF-1.7, PDF",
        "8BPS00000000, PHOTOSHOP"
    })
    void other_kinds_are_called_by_their_names(String text, String kind) {
        assertThat(PictureKind.refusal(text.getBytes(StandardCharsets.US_ASCII)))
                .contains("(" + kind + ") is not read");
    }

    @Test
    void what_is_no_picture_is_said_to_be_none() {
        assertThat(PictureKind.refusal(new byte[0])).contains("0 bytes are no PNG");
        assertThat(PictureKind.refusal("hello".getBytes(StandardCharsets.US_ASCII)))
                .contains("5 bytes are no PNG");
    }

    private static byte[] file(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB), format, out))
                .isTrue();
        return out.toByteArray();
    }
}
