package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TfidfFeaturizerTest extends FeaturizerContract {

    @Override
    FeaturizerSpec spec() {
        return new TfidfFeatures(1 << 15, 6, 2);
    }

    @Override
    Table table() {
        return TokenFeaturizerTest.table("entirely new words");
    }

    @Override
    Table otherwise() {
        return TokenFeaturizerTest.table("good good good good");
    }

    @Override
    InputSpec input() {
        return over(Modality.TEXT, "title", "body");
    }

    /** Terms a (tf 3, df 2), b (tf 1, df 1); n = 2: weights (1 + ln 3) (1 + ln 3/3) and 1 (1 + ln 3/2), then length 1. */
    @Test
    void weights_agree_with_hand_computed_ones() {
        var table = Samples.table(Map.of("t", Samples.texts("a a b a", "a")));
        var featurizer =
                Featurizers.fit(new TfidfFeatures(1 << 15, 10, 1), table, over(Modality.TEXT, "t"), new int[] {0, 1});
        var a = 1 + Math.log(3);
        var b = 1 + Math.log(1.5);
        var norm = Math.sqrt(a * a + b * b);
        var weights = Samples.floats(featurizer.apply(table, new int[] {0}), InputLayout.WEIGHTS);
        assertThat(weights).hasSize(2);
        assertThat(weights[0]).isCloseTo((float) (a / norm), within(1e-6f));
        assertThat(weights[1]).isCloseTo((float) (b / norm), within(1e-6f));
    }

    @Test
    void only_the_heaviest_terms_are_kept_and_the_length_stays_one() {
        var table = Samples.table(Map.of("t", Samples.texts("a b c d d d d", "a b c", "a b", "a")));
        var featurizer = Featurizers.fit(
                new TfidfFeatures(1 << 15, 2, 1), table, over(Modality.TEXT, "t"), new int[] {0, 1, 2, 3});
        var features = featurizer.apply(table, new int[] {0});
        var weights = Samples.floats(features, InputLayout.WEIGHTS);
        var d = (1 + Math.log(4)) * (1 + Math.log(5 / 2.0));
        var c = 1 + Math.log(5 / 3.0);
        assertThat(weights).hasSize(2);
        assertThat(weights[0] / weights[1]).isCloseTo((float) (d / c), within(1e-5f));
        assertThat(weights[0] * weights[0] + weights[1] * weights[1]).isCloseTo(1, within(1e-5f));
    }
}
