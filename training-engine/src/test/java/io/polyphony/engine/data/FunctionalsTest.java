package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionalsTest {
    private static final int RATE = 8000;
    private static final int MELS = 16;
    /** Mean, deviation, movement, and the means of three thirds. */
    private static final int PER_BAND = 6;

    private static final int PITCH = MELS * PER_BAND + 2 * MELS;

    @ParameterizedTest
    @CsvSource({"16000, 80", "16000, 123", "16000, 220", "16000, 440", "8000, 110", "8000, 251", "44100, 333"})
    void a_tone_with_overtones_is_as_high_as_its_lowest(int rate, double hertz) {
        var tone = tone(rate, hertz, 0.5);
        var course = new Pitch(rate, 0.01).of(tone);
        assertThat(course.height()).hasSizeBetween(46, 47);
        for (int i = 0; i < course.height().length; i++) {
            assertThat(Math.exp(course.height()[i])).isCloseTo(hertz, within(hertz / 200));
            assertThat(course.likeness()[i]).isBetween(0.9, 1.05);
        }
    }

    @Test
    void a_tone_stands_still_and_nothing_is_quiet_in_it() {
        var whole = whole(tone(RATE, 200, 1));
        for (int band = 0; band < MELS; band++) {
            assertThat(whole[band * PER_BAND + 1]).isCloseTo(0, within(0.1f));
            assertThat(whole[band * PER_BAND + 2]).isCloseTo(0, within(0.1f));
        }
        assertThat(Math.exp(whole[PITCH])).isCloseTo(200, within(2.0));
        assertThat(whole[PITCH + 1]).isCloseTo(0, within(0.01f));
        assertThat(whole[PITCH + 5]).isGreaterThan(0.65f);
    }

    @Test
    void noise_has_no_pitch() {
        var random = new SplittableRandom(1);
        var noise = new float[RATE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextDouble(-0.5, 0.5);
        }
        assertThat(whole(noise)[PITCH + 5]).isLessThan(0.2f);
    }

    @Test
    void thirds_tell_what_came_first() {
        var rising = tone(RATE, 200, 1.2);
        for (int i = 0; i < rising.length; i++) {
            rising[i] *= i < rising.length / 3 ? 0.01f : 1;
        }
        var whole = whole(rising);
        int loudest = 1;
        assertThat(whole[loudest * PER_BAND + 3]).isLessThan(whole[loudest * PER_BAND + 4] - 4);
        assertThat(whole[loudest * PER_BAND + 5]).isCloseTo(whole[loudest * PER_BAND + 4], within(0.5f));
    }

    /** By hand, of two windows: of each band's two levels half their sum, and half and all of their distance. */
    @Test
    void functionals_are_those_of_the_spectrogram() {
        var random = new SplittableRandom(2);
        var samples = new float[200 + 80];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (random.nextDouble(-1, 1) * i / samples.length);
        }
        var mel = new MelSpectrogram(RATE, MELS).of(samples);
        assertThat(mel).hasSize(2 * MELS);
        var whole = whole(samples);
        for (int band = 0; band < MELS; band++) {
            double first = mel[band];
            double second = mel[MELS + band];
            int at = band * PER_BAND;
            assertThat((double) whole[at]).isCloseTo((first + second) / 2, within(1e-5));
            assertThat((double) whole[at + 1]).isCloseTo(Math.abs(first - second) / 2, within(1e-5));
            assertThat((double) whole[at + 2]).isCloseTo(Math.abs(first - second), within(1e-5));
            assertThat((double) whole[at + 3]).isCloseTo(first, within(1e-5));
            assertThat((double) whole[at + 5]).isCloseTo(second, within(1e-5));
        }
    }

    @Test
    void silence_and_a_single_sample_are_numbers_too() {
        for (int length : new int[] {1, 100, 4000}) {
            var whole = whole(new float[length]);
            assertThat(whole).hasSize(Functionals.count(MELS));
            for (float number : whole) {
                assertThat(number).isFinite();
            }
        }
    }

    private static float[] whole(float[] samples) {
        return new Functionals(new AudioLook(RATE, MELS, 0.01)).of(samples);
    }

    /** With two overtones, of which the first is louder than the tone itself. */
    private static float[] tone(int rate, double hertz, double seconds) {
        var tone = new float[(int) (rate * seconds)];
        var loudness = new double[] {0.3, 0.4, 0.2};
        for (int k = 0; k < loudness.length; k++) {
            var sine = Samples.sine(rate, hertz * (k + 1), seconds);
            for (int i = 0; i < tone.length; i++) {
                tone[i] += (float) (loudness[k] * sine[i]);
            }
        }
        return tone;
    }
}
