package io.polyphony.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlacTest {
    private static final Flac FLAC = new Flac();
    private static final int COUNT = 1000;

    private static int[] tone(int bits, double turn) {
        double full = (1L << (bits - 1)) - 1;
        return IntStream.range(0, COUNT)
                .map(i -> (int) Math.round(0.9 * full * Math.sin(turn * i)))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"8000,16,1", "16000,8,1", "22050,16,2", "44100,24,2", "48000,24,1"})
    void samples_come_back_whatever_their_rate_width_and_channels(int rate, int bits, int channels) throws IOException {
        var written = IntStream.range(0, channels)
                .mapToObj(channel -> tone(bits, 0.01 * (channel + 1)))
                .toArray(int[][]::new);
        var sound = FLAC.read(FlacFile.of(rate, bits, written));
        assertThat(sound.rate()).isEqualTo(rate);
        assertThat(sound.samples()).hasNumberOfRows(channels);
        for (int channel = 0; channel < channels; channel++) {
            assertThat(sound.samples()[channel]).hasSize(COUNT);
            for (int i = 0; i < COUNT; i++) {
                assertThat(sound.samples()[channel][i])
                        .isCloseTo((float) Math.scalb((double) written[channel][i], 1 - bits), within(1e-7f));
            }
        }
    }

    @Test
    void a_file_that_is_cut_off_is_refused() {
        var whole = FlacFile.of(8000, 16, tone(16, 0.01));
        assertThatThrownBy(() -> Sounds.read(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("FLAC file is damaged");
    }

    @Test
    void a_file_with_a_wrong_bit_is_refused() {
        var damaged = FlacFile.of(8000, 16, tone(16, 0.01));
        damaged[damaged.length / 2] ^= 0x10;
        assertThatThrownBy(() -> Sounds.read(damaged)).isInstanceOf(IOException.class);
    }

    @Test
    void a_head_alone_is_refused() {
        assertThatThrownBy(() -> Sounds.read(new byte[] {'f', 'L', 'a', 'C', 0, 0}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("FLAC file is damaged");
    }
}
