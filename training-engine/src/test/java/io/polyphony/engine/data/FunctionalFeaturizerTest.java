package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionalFeaturizerTest extends FeaturizerContract {
    @Override
    FeaturizerSpec spec() {
        return new FunctionalFeatures(16, 16_000);
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
    void what_train_recordings_lack_is_far_away_but_not_beyond_all_bounds() {
        var table = Samples.table(Map.of(
                "sound",
                Samples.files(
                        Samples.wav(8_000, 16, 1, Samples.sine(8_000, 440, 0.2)),
                        Samples.wav(8_000, 16, 1, Samples.sine(8_000, 441, 0.2)),
                        Samples.wav(8_000, 16, 1, Samples.sine(8_000, 2000, 3)))));
        var featurizer = Featurizers.fit(spec(), table, input(), new int[] {0, 1});
        var far = Samples.floats(featurizer.apply(table, new int[] {2}), InputLayout.FUNCTIONALS);
        assertThat(far).contains(10f);
        for (float number : far) {
            assertThat(number).isBetween(-10f, 10f);
        }
    }
}
