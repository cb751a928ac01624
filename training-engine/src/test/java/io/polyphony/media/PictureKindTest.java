package io.polyphony.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureKindTest {
    @ParameterizedTest
    @CsvSource({"png,PNG", "jpg,JPEG", "gif,GIF", "bmp,BMP", "tiff,BIG_ENDIAN_TIFF"})
    void what_java_writes_is_read(String format, PictureKind kind) throws IOException {
        var file = file(format);
        assertThat(PictureKind.of(file)).contains(kind);
        assertThat(PictureKind.refusal(file)).isNull();
        assertThat(Pictures.read(file)).isNotNull();
    }

    @Test
    void what_is_read_has_a_media_type_and_a_name() {
        assertThat(PictureKind.NAMES).isEqualTo("PNG, JPEG, GIF, BMP, TIFF, WebP");
        assertThat(PictureKind.BIG_ENDIAN_TIFF.mediaType()).isEqualTo("image/tiff");
        assertThatThrownBy(PictureKind.HEIC::mediaType).hasMessageContaining("HEIC");
    }

    @ParameterizedTest
    @CsvSource({
        "0000ftypheic0000, HEIC",
        "0000ftypavif0000, AVIF",
        "<svg xmlns=''/>, SVG",
        "%PDF-1.7, PDF",
        "8BPS00000000, Photoshop"
    })
    void other_kinds_are_called_by_their_names(String text, String kind) {
        assertThat(PictureKind.refusal(text.getBytes(StandardCharsets.US_ASCII)))
                .contains("(" + kind + ") is not read");
    }

    @Test
    void what_is_no_picture_is_said_to_be_none() {
        assertThat(PictureKind.refusal(new byte[0])).contains("0 bytes are none of PNG");
        assertThat(PictureKind.refusal("hello".getBytes(StandardCharsets.US_ASCII)))
                .contains("5 bytes are none of PNG");
    }

    private static byte[] file(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB), format, out))
                .isTrue();
        return out.toByteArray();
    }
}
