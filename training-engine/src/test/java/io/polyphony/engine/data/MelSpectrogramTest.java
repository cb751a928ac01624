package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MelSpectrogramTest {

    @Test
    void the_transform_agrees_with_its_definition() {
        var random = new Random(1);
        var real = random.doubles(32, -1, 1).toArray();
        var imaginary = random.doubles(32, -1, 1).toArray();
        var r = real.clone();
        var i = imaginary.clone();
        new Fft(32).transform(r, i);
        for (var k = 0; k < 32; k++) {
            var sumReal = 0.0;
            var sumImaginary = 0.0;
            for (var t = 0; t < 32; t++) {
                var angle = -2 * Math.PI * k * t / 32;
                sumReal += real[t] * Math.cos(angle) - imaginary[t] * Math.sin(angle);
                sumImaginary += real[t] * Math.sin(angle) + imaginary[t] * Math.cos(angle);
            }
            assertThat(r[k]).isCloseTo(sumReal, within(1e-12));
            assertThat(i[k]).isCloseTo(sumImaginary, within(1e-12));
        }
    }

    @Test
    void the_mel_scale_has_1000_at_1000_hertz() {
        assertThat(MelSpectrogram.mel(1000)).isCloseTo(1000, within(0.1));
        assertThat(MelSpectrogram.hertz(MelSpectrogram.mel(3210))).isCloseTo(3210, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"16000,440", "16000,3000", "8000,150", "8000,1234", "44100,10000", "48000,60"})
    void a_pure_tone_peaks_in_its_band(int rate, double hertz) {
        var mels = 40;
        var wave = new float[rate / 5];
        for (var i = 0; i < wave.length; i++) {
            wave[i] = (float) Math.sin(2 * Math.PI * hertz * i / rate);
        }
        var spectrogram = new MelSpectrogram(rate, mels).of(wave);
        var step = MelSpectrogram.mel(rate / 2.0) / (mels + 1);
        var expected = MelSpectrogram.mel(hertz) / step - 1;
        var frame = spectrogram.length / mels / 2;
        var peak = 0;
        for (var m = 1; m < mels; m++) {
            peak = spectrogram[frame * mels + m] > spectrogram[frame * mels + peak] ? m : peak;
        }
        assertThat((double) peak).isCloseTo(expected, within(0.75));
    }

    @Test
    void windows_of_25_ms_come_every_10_ms() {
        var mel = new MelSpectrogram(16_000, 40);
        assertThat(mel.frames(400)).isEqualTo(1);
        assertThat(mel.frames(559)).isEqualTo(1);
        assertThat(mel.frames(560)).isEqualTo(2);
        assertThat(mel.frames(16_000)).isEqualTo(98);
    }

    @Test
    void silence_is_the_floor_and_ten_times_the_amplitude_is_20_decibels() {
        var mel = new MelSpectrogram(16_000, 40);
        assertThat(mel.of(new float[400])).containsOnly((float) Math.log(1e-6));
        var quiet = new float[400];
        var loud = new float[400];
        for (var i = 0; i < 400; i++) {
            quiet[i] = (float) (0.1 * Math.sin(2 * Math.PI * 1000 * i / 16_000));
            loud[i] = 10 * quiet[i];
        }
        var band = (int) Math.round(MelSpectrogram.mel(1000) / (MelSpectrogram.mel(8000) / 41) - 1);
        assertThat(mel.of(loud)[band] - mel.of(quiet)[band]).isCloseTo((float) Math.log(100), within(1e-3f));
    }
}
