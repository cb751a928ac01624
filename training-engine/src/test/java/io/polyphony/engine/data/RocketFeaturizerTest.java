package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RocketFeaturizerTest extends FeaturizerContract {
    @Override
    FeaturizerSpec spec() {
        return new RocketFeatures(32, 168);
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
        return Samples.table(Map.of(
                "pulse",
                Samples.texts(
                        "3 1 4 1 5 9 2 6 5 3 5 8 9 7 9 3 2 3 8 4",
                        "2;4;6;8 | 10 20 30",
                        "(3)",
                        "1,nan,5",
                        fifth,
                        sixth)));
    }

    @Override
    InputSpec input() {
        return over(Modality.SERIES, "pulse");
    }

    @Test
    void train_answers_are_scaled_to_mean_zero() {
        var train = new int[] {0, 1, 2, 3};
        var answers = Samples.floats(
                Featurizers.fit(spec(), table(), input(), train).apply(table(), train), InputLayout.ROCKET);
        assertThat(answers).hasSize(4 * 168);
        for (int feature = 0; feature < 168; feature++) {
            int of = feature;
            assertThat(IntStream.range(0, 4)
                            .mapToDouble(row -> answers[row * 168 + of])
                            .sum())
                    .isCloseTo(0, within(1e-4));
        }
    }

    @Test
    void columns_over_time_keep_their_steps_from_which_forecasts_begin() {
        var values = IntStream.range(0, 60).mapToDouble(i -> Math.sin(i / 3.0)).toArray();
        var moments = IntStream.range(20, 50).toArray();
        var windows = Samples.table(Map.of("load", new Column.Windows(values, moments, 20, 4)));
        var input = over(Modality.SERIES, "load");
        var featurizer = Featurizers.fit(spec(), windows, input, new int[] {0, 1, 2, 3});
        assertThat(featurizer.layout().blocks())
                .containsKeys(InputLayout.ROCKET, InputLayout.SERIES, InputLayout.WEIGHTS, InputLayout.LAST);
        assertThat(featurizer.overTime()).isPresent();
        assertThat(featurizer.apply(windows, new int[] {7}).blocks().keySet())
                .isEqualTo(featurizer.layout().blocks().keySet());
    }

    @Test
    void a_column_without_any_number_gives_zeros() {
        var empty = Samples.table(Map.of("pulse", Samples.texts("", "")));
        var features = Featurizers.fit(spec(), empty, input(), new int[] {0, 1}).apply(empty, new int[] {0, 1});
        assertThat(features.present()).containsExactly(false, false);
        assertThat(Samples.floats(features, InputLayout.ROCKET)).containsOnly(0);
    }
}
