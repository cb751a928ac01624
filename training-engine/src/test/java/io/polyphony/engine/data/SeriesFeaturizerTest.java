package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeriesFeaturizerTest extends FeaturizerContract {

    @Override
    FeaturizerSpec spec() {
        return new SeriesFeatures(16);
    }

    @Override
    Table table() {
        return table("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18", null);
    }

    @Override
    Table otherwise() {
        return table("1000", "7 | 7 | 7");
    }

    private static Table table(String fifth, @Nullable String sixth) {
        return Samples.table(
                Map.of("pulse", Samples.texts("[1, 2, 3]", "2;4 | 10 20", "(3)", "1,nan,5", fifth, sixth)));
    }

    @Override
    InputSpec input() {
        return over(Modality.SERIES, "pulse");
    }

    @Test
    void steps_are_scaled_by_channel_gaps_and_padding_are_zero() {
        var features = Featurizers.fit(spec(), table(), input(), new int[] {0, 1, 2, 3})
                .apply(table(), new int[] {1, 3});
        var values = Samples.floats(features, InputLayout.SERIES);
        assertThat(values).hasSize(2 * 16 * 2);
        // The first channel's train numbers are 1 2 3 2 4 3 1 5: mean 2.625, deviation 1.3170; the second's are 10 and
        // 20.
        assertThat(values[0]).isCloseTo((2 - 2.625f) / 1.3170f, within(1e-3f));
        assertThat(values[1]).isCloseTo(-1, within(1e-5f));
        assertThat(values[3]).isCloseTo(1, within(1e-5f));
        assertThat(values[4]).isZero();
        assertThat(values[32 + 2]).as("nan").isZero();
        assertThat(values[32 + 4]).isCloseTo((5 - 2.625f) / 1.3170f, within(1e-3f));
        assertThat(Samples.floats(features, InputLayout.WEIGHTS)).startsWith(0.5f, 0.5f, 0f);
    }

    @Test
    void a_long_series_loses_its_beginning() {
        var features = Featurizers.fit(spec(), table(), input(), new int[] {0, 1, 2, 3})
                .apply(table(), new int[] {4});
        assertThat(Samples.floats(features, InputLayout.SERIES)[0]).isCloseTo((3 - 2.625f) / 1.3170f, within(1e-3f));
    }

    @Test
    void words_are_refused_with_their_place() {
        var wrong = Samples.table(Map.of("pulse", Samples.texts("1 2", "1 two")));
        assertThatThrownBy(() -> Featurizers.fit(spec(), wrong, input(), new int[] {0, 1}))
                .hasMessageContaining("(pulse)")
                .hasMessageContaining("(two)")
                .hasMessageContaining("in data row 2");
    }
}
