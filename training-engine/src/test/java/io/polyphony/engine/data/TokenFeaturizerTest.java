package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenFeaturizerTest extends FeaturizerContract {

    @Override
    FeaturizerSpec spec() {
        return new TokenFeatures(3, 5);
    }

    @Override
    Table table() {
        return table("entirely new words");
    }

    @Override
    Table otherwise() {
        return table("good good good good");
    }

    static Table table(String unseen) {
        return Samples.table(Map.of(
                "title", Samples.texts("Good", "bad", "Good one", null, unseen, null),
                "body", Samples.texts("Don't buy", "buy it", null, "good good good good good", "?", "  ")));
    }

    @Override
    InputSpec input() {
        return over(Modality.TEXT, "title", "body");
    }

    @Test
    void columns_are_marked_and_words_coded_by_frequency() {
        var features = Featurizers.fit(spec(), table(), input(), new int[] {0, 1, 2, 3})
                .apply(table(), new int[] {1});
        var codes = Samples.codes(features, InputLayout.TOKENS);
        // title marker, "bad" (once: a bucket), body marker, "buy" (twice: second after "good"), "it" (once)
        assertThat(codes[0]).isEqualTo(1);
        assertThat(codes[1]).isGreaterThan(4);
        assertThat(codes[2]).isEqualTo(2);
        assertThat(codes[3]).isEqualTo(4);
        assertThat(codes[4]).isGreaterThan(4);
    }

    @Test
    void weights_make_a_mean_of_columns_and_long_texts_are_cut() {
        var features = Featurizers.fit(spec(), table(), input(), new int[] {0, 1, 2, 3})
                .apply(table(), new int[] {2, 3, 1});
        assertThat(Samples.floats(features, InputLayout.WEIGHTS))
                .containsExactly(
                        1 / 3f, 1 / 3f, 1 / 3f, 0, 0, .2f, .2f, .2f, .2f, .2f, .25f, .25f, .5f / 3, .5f / 3, .5f / 3);
    }
}
