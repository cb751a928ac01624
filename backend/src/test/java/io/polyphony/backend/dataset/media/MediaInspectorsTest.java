package io.polyphony.backend.dataset.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaInspectorsTest {
    /** 128 samples at 8 kHz that grow louder. */
    private static final String FLAC =
            "ZkxhQ4AAACIAQABAAAAAAAAAAfQA8AAAAIAd0LOwv9kiY5hefH22coWa//hwAAAAPxcCAAAAEgBEAI0A4AErAV8BawFEAOcAVf+Y"
                    + "/sH96P0k/JD8RPxQ/L39jP6xABUBmwMeBHcFfwYWBiMFnASCAuYA5/6x/Hb6bPjJ97n3YPfQ+Qn6+P14AFUDTQYbCHoKLQsCCt0J"
                    + "tgefBL4BUP2h+gX20/Ra8trygvNh9XD4iPxpAL8IfP/4cAABAD98FAUmCToBgbwCqAFEAFcAFkALYBZBnJ7ECQAXAARAANwACgAB"
                    + "oADgA+BUkBDAIIAK4ADeAAeQADaAAmgBhA1lEvAIwAJwABUAACkAAGwAAbAAE4AXg6VwZwAugAFsAAE0AACyAABDAAHsAC6A2k0Z"
                    + "gBKAAIQAANQAADoAAASAAANwAAyAB6BM+lCm";

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void measures_an_image_and_makes_it_small(String format) throws MediaFault, IOException {
        var facts = ImageInspector.inspect(Samples.image(format, 400, 200, Color.ORANGE));
        assertThat(facts.width()).isEqualTo(400);
        assertThat(facts.height()).isEqualTo(200);
        var small = ImageIO.read(new ByteArrayInputStream(facts.thumbnail()));
        assertThat(small.getWidth()).isEqualTo(ImageInspector.THUMBNAIL);
        assertThat(small.getHeight()).isEqualTo(ImageInspector.THUMBNAIL / 2);
        assertThat(new Color(small.getRGB(40, 20)).getRed()).isGreaterThan(240);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp"})
    void refuses_an_image_that_is_cut_off(String format) {
        var bytes = Samples.image(format, 300, 300, Color.BLUE);
        assertThatThrownBy(() -> ImageInspector.inspect(Arrays.copyOf(bytes, bytes.length * 2 / 3)))
                .isInstanceOf(MediaFault.class)
                .hasMessageStartingWith("the image is damaged (")
                .hasMessageNotContaining("null");
    }

    /** What a detector of 12 bits writes looks black where 16 are shown. */
    @Test
    void a_picture_of_sixteen_bits_is_shown_as_light_as_it_can_be() throws MediaFault, IOException {
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 1600; i++) {
            image.getRaster().setSample(i % 40, i / 40, 0, i % 40 < 20 ? 100 : 4095);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        var facts = ImageInspector.inspect(bytes.toByteArray());
        var small = ImageIO.read(new ByteArrayInputStream(facts.thumbnail()));
        assertThat(new Color(small.getRGB(30, 20)).getRed()).isEqualTo(255);
        assertThat(new Color(small.getRGB(10, 20)).getRed()).isLessThan(60);
        assertThat(facts.coloured()).isFalse();
        assertThat(facts.levels()).containsExactly(100, 4095);
    }

    /** A column that names pictures of another kind is one of pictures all the same, and each is refused by its row. */
    @Test
    void names_the_kind_of_what_is_not_read() {
        for (var name : List.of("a.webp", "b.TIF", "d.heic", "e.avif")) {
            assertThat(MediaKind.byName(name)).contains(MediaKind.IMAGE);
        }
        assertThatThrownBy(() -> ImageInspector.inspect("0000ftypheic0000".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(MediaFault.class)
                .hasMessage("its kind (HEIC) is not read; save it as PNG or JPEG");
    }

    @Test
    void refuses_a_small_file_that_claims_a_huge_picture() {
        var bytes = Samples.image("png", 10, 10, Color.BLUE);
        // Width and height of a PNG are at 16 and 20; its checksum is not looked at before they are.
        Arrays.fill(bytes, 17, 20, (byte) 0x7F);
        Arrays.fill(bytes, 21, 24, (byte) 0x7F);
        assertThatThrownBy(() -> ImageInspector.inspect(bytes)).isInstanceOf(MediaFault.class);
    }

    /** Whatever a network or a disk did to it: facts or a refusal, and never another failure. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
    void a_damaged_picture_does_no_harm(String format) {
        var whole = Samples.image(format, 40, 30, Color.ORANGE);
        for (var at = 8; at < whole.length; at += Math.max(1, whole.length / 60)) {
            var damaged = whole.clone();
            damaged[at] ^= 0x55;
            try {
                assertThat(ImageInspector.inspect(damaged).width()).isPositive();
            } catch (MediaFault refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void refuses_what_is_no_image() {
        var html = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ImageInspector.inspect(html)).hasMessageContaining("(SVG) is not read");
    }

    @Test
    void measures_a_sound_and_draws_its_loudness() throws MediaFault {
        var facts = AudioInspector.inspect(Samples.tone(8_000, 0.5));
        assertThat(facts.seconds()).isCloseTo(0.5, within(1e-9));
        assertThat(facts.sampleRate()).isEqualTo(8_000);
        assertThat(facts.peaks()).hasSize(AudioInspector.PEAKS);
        assertThat(facts.peaks()[10] & 0xFF).isBetween(15, 30);
        assertThat(facts.peaks()[110] & 0xFF).isBetween(200, 235);
    }

    @Test
    void refuses_a_sound_whose_header_promises_more_than_there_is() {
        var bytes = Samples.tone(8_000, 0.5);
        assertThatThrownBy(() -> AudioInspector.inspect(Arrays.copyOf(bytes, bytes.length - 100)))
                .hasMessageContaining("cut off");
    }

    @Test
    void refuses_what_is_no_wav() {
        assertThatThrownBy(() -> AudioInspector.inspect(new byte[] {1, 2, 3})).hasMessageContaining("none of WAV");
    }

    @Test
    void measures_a_flac_file_and_refuses_one_that_is_cut_off() throws MediaFault {
        var bytes = Base64.getDecoder().decode(FLAC);
        var facts = AudioInspector.inspect(bytes);
        assertThat(facts.mediaType()).isEqualTo("audio/flac");
        assertThat(facts.seconds()).isCloseTo(128 / 8000.0, within(1e-9));
        assertThat(facts.sampleRate()).isEqualTo(8_000);
        assertThat(facts.channels()).isEqualTo(1);
        assertThat(facts.peaks()[110] & 0xFF).isGreaterThan(facts.peaks()[10] & 0xFF);
        assertThat(MediaKind.byName("song.flac")).contains(MediaKind.AUDIO);
        assertThatThrownBy(() -> AudioInspector.inspect(Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(MediaFault.class)
                .hasMessageContaining("cut off");
    }
}
