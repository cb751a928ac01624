package io.polyphony.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of all formats of sound, on files that another program wrote. */
class SoundFormatTest {
    private static final List<SoundFormat> FORMATS = Sounds.FORMATS;
    private static final int RATE = 22_050;
    /** It has no other. */
    private static final int RATE_OF_OPUS = 48_000;

    static byte[] file(String name) {
        try (var file = Objects.requireNonNull(SoundFormatTest.class.getResourceAsStream("/media/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] tone(SoundFormat format) {
        return file("tone." + format.endings().getFirst());
    }

    /** What a wave of that pitch has of it, whatever the delay: 1 would be a sine of amplitude 1. */
    private static double amplitude(float[] samples, int rate, double pitch) {
        int from = samples.length / 4;
        int to = 3 * samples.length / 4;
        double real = 0;
        double imaginary = 0;
        for (int i = from; i < to; i++) {
            real += samples[i] * Math.cos(2 * Math.PI * pitch * i / rate);
            imaginary += samples[i] * Math.sin(2 * Math.PI * pitch * i / rate);
        }
        return 2 * Math.hypot(real, imaginary) / (to - from);
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void the_tone_comes_back_on_each_channel(SoundFormat format) throws IOException {
        var sound = format.read(tone(format));
        int rate = sound.rate();
        assertThat(rate).isEqualTo(format instanceof Opus ? RATE_OF_OPUS : RATE);
        assertThat(sound.samples()).hasDimensions(2, sound.length());
        assertThat(sound.seconds()).isCloseTo(0.25, within(1e-3));
        assertThat(amplitude(Arrays.copyOf(sound.samples()[0], rate / 20), rate, 440))
                .as("from the start")
                .isCloseTo(0.5, within(0.05));
        assertThat(amplitude(sound.samples()[0], rate, 440)).isCloseTo(0.5, within(0.03));
        assertThat(amplitude(sound.samples()[1], rate, 440)).isCloseTo(0.25, within(0.03));
        assertThat(amplitude(sound.samples()[0], rate, 1000)).isLessThan(0.03);
        assertThat(amplitude(sound.mono(), rate, 440)).isCloseTo(0.375, within(0.03));
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void a_file_is_known_by_its_first_bytes(SoundFormat format) {
        assertThat(Sounds.of(tone(format))).contains(format);
        assertThat(FORMATS).filteredOn(other -> other.marks(tone(format))).containsExactly(format);
        assertThat(format.mediaType()).startsWith("audio/");
        assertThat(Sounds.NAMES).contains(format.name());
        for (int length = 0; length < 12; length++) {
            assertThat(format.marks(new byte[length])).isFalse();
        }
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void a_file_that_is_cut_off_is_refused(SoundFormat format) {
        var whole = tone(format);
        for (int length : new int[] {whole.length / 2, whole.length * 3 / 4, whole.length - 400}) {
            assertThatThrownBy(() -> Sounds.read(Arrays.copyOf(whole, length)))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cut off");
        }
    }

    /** Whatever a network or a disk did to it: an answer or a refusal, and never another failure. */
    @ParameterizedTest
    @FieldSource("FORMATS")
    void a_damaged_file_does_no_harm(SoundFormat format) {
        var whole = tone(format);
        for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 40)) {
            var damaged = whole.clone();
            Arrays.fill(damaged, at, Math.min(whole.length, at + 20), (byte) 0x5A);
            try {
                assertThat(Sounds.read(damaged).length()).isPositive();
            } catch (IOException refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void a_title_and_a_rate_that_varies_do_not_matter() throws IOException {
        var sound = Sounds.read(file("titled.mp3"));
        assertThat(sound.rate()).isEqualTo(16_000);
        assertThat(sound.samples()).hasNumberOfRows(1);
        assertThat(amplitude(sound.samples()[0], 16_000, 440)).isBetween(0.3, 0.6);
    }

    @Test
    void one_channel_in_a_movie_is_one() throws IOException {
        var sound = Sounds.read(file("mono.m4a"));
        assertThat(sound.rate()).isEqualTo(44_100);
        assertThat(sound.samples()).hasNumberOfRows(1);
        assertThat(sound.seconds()).isCloseTo(0.1, within(1e-3));
        assertThat(amplitude(sound.samples()[0], 44_100, 440)).isCloseTo(0.53, within(0.03));
    }

    @Test
    void ogg_files_of_another_kind_are_refused_with_a_cure() {
        assertThatThrownBy(() -> Sounds.read(file("flac.ogg")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("neither Vorbis nor Opus sound that can be read; save it as WAV or FLAC");
    }

    /** They lie in the same boxes. */
    @ParameterizedTest
    @ValueSource(strings = {"heic", "mif1", "avif"})
    void pictures_of_phones_are_no_sound(String brand) {
        var file = tone(new M4a());
        System.arraycopy(brand.getBytes(StandardCharsets.US_ASCII), 0, file, 8, 4);
        assertThat(Sounds.of(file)).isEmpty();
    }

    @Test
    void a_recording_without_an_edit_list_is_kept_whole() throws IOException {
        var file = tone(new M4a());
        int list = new String(file, StandardCharsets.ISO_8859_1).indexOf("edts");
        System.arraycopy("free".getBytes(StandardCharsets.US_ASCII), 0, file, list, 4);
        var sound = Sounds.read(file);
        assertThat(sound.length()).isEqualTo(7 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RIFF", "no sound at all, but a text"})
    void what_is_no_sound_is_refused(String text) {
        assertThatThrownBy(() -> Sounds.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("are none of WAV, FLAC, Ogg Vorbis, Opus, M4A, MP3");
    }

    /** Programs that write to a pipe leave the length open. */
    @Test
    void a_wav_file_of_a_length_that_it_does_not_know_is_read_to_its_end() throws IOException {
        var wav = file("tone.wav");
        int data = new String(wav, StandardCharsets.ISO_8859_1).indexOf("data");
        Arrays.fill(wav, data + 4, data + 8, (byte) 0xFF);
        assertThat(Sounds.read(wav).seconds()).isCloseTo(0.25, within(1e-3));
    }
}
