package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.MediaColumn.MalformedMedia;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioDecoderTest {

    private static final double[] WAVE = {0, 0.5, -0.5, 0.25, -1, 1};

    @ParameterizedTest
    @CsvSource({"8,1", "8,2", "16,1", "16,2", "24,1", "24,2", "32,1", "32,3"})
    void integers_of_any_width(int bits, int channels) throws MalformedMedia {
        var recording = AudioDecoder.decode(Samples.wav(11_025, bits, channels, WAVE));
        assertThat(recording.rate()).isEqualTo(11_025);
        assertThat(recording.samples()).hasSize(WAVE.length);
        for (var i = 0; i < WAVE.length; i++) {
            assertThat(recording.samples()[i])
                    .isCloseTo((float) WAVE[i], within((float) Math.scalb(1, 2 - bits) + 1e-6f));
        }
    }

    @Test
    void floating_point() throws MalformedMedia {
        assertThat(AudioDecoder.decode(Samples.floatWav(8_000, WAVE)).samples())
                .containsExactly(0f, 0.5f, -0.5f, 0.25f, -1f, 1f);
    }

    @ParameterizedTest
    @CsvSource({"48000,16000", "8000,16000", "44100,16000"})
    void another_rate_keeps_a_tone(int from, int to) {
        var samples = new float[from / 4];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * 440 * i / from);
        }
        var resampled = new Recording(from, samples).atRate(to);
        assertThat(resampled.samples().length).isCloseTo(to / 4, within(1));
        for (var i = 200; i < resampled.samples().length - 200; i++) {
            assertThat(resampled.samples()[i]).isCloseTo((float) Math.sin(2 * Math.PI * 440 * i / to), within(0.01f));
        }
    }

    @Test
    void what_the_new_rate_cannot_hold_is_removed() {
        var samples = new float[12_000];
        for (var i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * 7_000 * i / 48_000);
        }
        var resampled = new Recording(48_000, samples).atRate(8_000);
        for (var i = 100; i < resampled.samples().length - 100; i++) {
            assertThat(resampled.samples()[i]).isCloseTo(0, within(0.02f));
        }
    }
}
