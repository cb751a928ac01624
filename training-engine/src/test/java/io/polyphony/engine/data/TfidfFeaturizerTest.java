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
    void only_the_heaviest_terms_are_kept() {
        var table = Samples.table(Map.of("t", Samples.texts("a b c d d d d", "a b c", "a b", "a")));
        var features = fitted(table, new TfidfFeatures(1 << 15, 2, 1), "t").apply(table, new int[] {0});
        var weights = Samples.floats(features, InputLayout.WEIGHTS);
        var d = (1 + Math.log(4)) * (1 + Math.log(5 / 2.0));
        var c = 1 + Math.log(5 / 3.0);
        assertThat(weights).hasSize(2);
        assertThat(weights[0] / weights[1]).isCloseTo((float) (d / c), within(1e-5f));
    }

    @Test
    void columns_have_terms_and_lengths_of_their_own() {
        var table = Samples.table(Map.of("t", Samples.texts("a"), "u", Samples.texts("a a")));
        var features = fitted(table, new TfidfFeatures(1 << 15, 9, 1), "t", "u").apply(table, new int[] {0});
        assertThat(Samples.codes(features, InputLayout.TOKENS)).containsExactly(1, 2);
        assertThat(Samples.floats(features, InputLayout.WEIGHTS)).containsExactly(1, 1);
    }

    @Test
    void the_terms_of_the_most_rows_are_known() {
        var table = Samples.table(Map.of("t", Samples.texts("a b", "a c", "a b")));
        var features = fitted(table, new TfidfFeatures(2, 9, 1), "t").apply(table, new int[] {0, 1});
        var codes = Samples.codes(features, InputLayout.TOKENS);
        assertThat(codes[0]).isPositive();
        assertThat(codes[1]).isPositive();
        assertThat(codes[2]).isPositive();
        assertThat(codes[3]).isZero();
    }

    private static Featurizer fitted(Table table, FeaturizerSpec spec, String... columns) {
        return Featurizers.fit(spec, table, over(Modality.TEXT, columns), Samples.all(table.rows()));
    }
}
