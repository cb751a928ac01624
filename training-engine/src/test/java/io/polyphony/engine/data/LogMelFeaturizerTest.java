package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogMelFeaturizerTest extends FeaturizerContract {

    @Override
    FeaturizerSpec spec() {
        return new LogMelFeatures(16, 24, 16_000);
    }

    @Override
    Table table() {
        return Samples.sounds(Samples.wav(48_000, 24, 2, Samples.sine(48_000, 500, 1.5)));
    }

    @Override
    Table otherwise() {
        return Samples.sounds(Samples.wav(8_000, 8, 1, Samples.sine(8_000, 700, 0.01)));
    }

    @Override
    InputSpec input() {
        return over(Modality.AUDIO, "sound");
    }

    @Test
    void rate_and_length_follow_the_train_recordings() {
        var featurizer = (LogMelFeaturizer) Featurizers.fit(spec(), table(), input(), new int[] {0, 1, 2, 3});
        assertThat(featurizer.rate()).isEqualTo(8_000);
        assertThat(featurizer.frames()).isEqualTo(16);
    }

    @Test
    void a_short_recording_is_centred_in_silence() {
        var featurizer = (LogMelFeaturizer) Featurizers.fit(spec(), table(), input(), new int[] {0, 1, 2, 3});
        var mel = Samples.floats(featurizer.apply(table(), new int[] {3}), InputLayout.MEL);
        assertThat(mel[0]).isEqualTo(featurizer.silence()[0]);
        assertThat(mel[mel.length - 1]).isEqualTo(featurizer.silence()[15]);
        assertThat(mel[8 * 16]).isGreaterThan(featurizer.silence()[0]);
    }

    /** Rounding makes the variance of what never changes a little less than nothing, or more. */
    @ParameterizedTest
    @ValueSource(ints = {300, 1600, 5000, 8000, 9999})
    void recordings_of_nothing_but_silence_are_finite(int samples) {
        var table = Samples.table(Map.of("sound", Samples.files(Samples.wav(8_000, 16, 1, new double[samples]))));
        var mel = Samples.floats(
                Featurizers.fit(spec(), table, input(), new int[] {0}).apply(table, new int[] {0}), InputLayout.MEL);
        for (var value : mel) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void a_recording_of_five_seconds_is_heard_whole() {
        var spec = new LogMelFeatures(16, 512, 8_000);
        var high = Samples.sine(8_000, 2000, 5);
        System.arraycopy(Samples.sine(8_000, 300, 0.2), 0, high, 0, 1600);
        var table = Samples.table(Map.of("sound", Samples.files(Samples.wav(8_000, 16, 1, high))));

        var featurizer = (LogMelFeaturizer) Featurizers.fit(spec, table, input(), new int[] {0});

        assertThat(featurizer.hop()).isEqualTo(0.025);
        assertThat(featurizer.frames()).isEqualTo(200);
        var mel = Samples.floats(featurizer.apply(table, new int[] {0}), InputLayout.MEL);
        assertThat(loudest(mel, 4)).isLessThan(loudest(mel, 20)).isLessThan(loudest(mel, 190));
    }

    /** The loudest band of a frame. */
    private static int loudest(float[] mel, int frame) {
        int best = 0;
        for (int m = 1; m < 16; m++) {
            best = mel[frame * 16 + m] > mel[frame * 16 + best] ? m : best;
        }
        return best;
    }

    @Test
    void a_model_of_before_hears_as_it_did() throws Exception {
        var featurizer = (LogMelFeaturizer) Featurizers.fit(spec(), table(), input(), new int[] {0, 1, 2, 3});
        var mapper = new ObjectMapper();
        var old = (ObjectNode) mapper.valueToTree(featurizer);
        old.remove("hop");

        assertThat(mapper.treeToValue(old, LogMelFeaturizer.class).hop()).isEqualTo(0.01);
    }

    @Test
    void a_broken_file_is_named() {
        var empty = Samples.wav(8_000, 16, 1, new double[0]);
        var table = Samples.table(Map.of("sound", Samples.files("no sound".getBytes(), empty)));
        assertThatThrownBy(() -> Featurizers.fit(spec(), table, input(), new int[] {0}))
                .isInstanceOf(CorruptFile.class)
                .hasMessageContaining("0.bin")
                .hasMessageContaining("none of WAV");
        assertThatThrownBy(() -> Featurizers.fit(spec(), table, input(), new int[] {1}))
                .isInstanceOf(CorruptFile.class)
                .hasMessageContaining("1.bin")
                .hasMessageContaining("no samples");
    }
}
