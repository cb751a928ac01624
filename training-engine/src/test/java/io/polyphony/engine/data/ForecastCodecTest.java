package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastCodecTest {
    private static final TaskSpec TASK = new TaskSpec("y", TaskType.FORECAST);

    private static Table table(double[] values, int[] moments, int past, int ahead) {
        return Samples.table(Map.of("y", new Column.Windows(values, moments, past, ahead)));
    }

    @Test
    void targets_are_what_comes_and_missing_steps_are_masked() {
        var values = new double[] {1, 2, 3, 4, Double.NaN, 6};
        var table = table(values, new int[] {2, 4}, 2, 3);
        var codec = ForecastCodec.fit(TASK, table, new int[] {0});
        assertThat(codec.mean()).isEqualTo(2.5);
        var labels = codec.encode(table, new int[] {0, 1});
        assertThat(labels.width()).isEqualTo(3);
        assertThat(labels.mask()).containsExactly(1, 1, 0, 0, 1, 0);
        assertThat(codec.decode(labels.values()[0])).isCloseTo(3, within(1e-6));
        assertThat(codec.decode(labels.values()[4])).isCloseTo(6, within(1e-6));
    }

    @Test
    void the_naive_forecast_repeats_the_season_that_the_train_rows_have() {
        var values = IntStream.range(0, 60).mapToDouble(i -> i % 6).toArray();
        var moments = IntStream.range(10, 50).toArray();
        var table = table(values, moments, 10, 8);
        var codec = ForecastCodec.fit(TASK, table, IntStream.range(0, 30).toArray());
        assertThat(codec.season()).isEqualTo(6);
        var labels = codec.encode(table, Samples.all(40));
        assertThat(labels.naive()).containsExactly(labels.values());
    }

    @Test
    void rows_that_are_no_steps_of_time_are_refused() {
        assertThatThrownBy(() -> ForecastCodec.fit(
                        TASK, Samples.table(Map.of("y", Samples.numbers(1, 2, 3))), new int[] {0, 1, 2}))
                .hasMessageContaining("(y)")
                .hasMessageContaining("steps of time");
    }

    @Test
    void the_past_is_told_as_differences_from_the_last_value_and_gaps_repeat_it() {
        var values = new double[] {1, Double.NaN, 3, 5, 7, 100};
        var table = table(values, new int[] {4, 5}, 4, 1);
        var input = new InputSpec("past", Modality.SERIES, List.of("y"));
        var featurizer = Featurizers.fit(new SeriesFeatures(16), table, input, new int[] {0});
        var features = featurizer.apply(table, new int[] {0, 1});
        var series = numbers(features, InputLayout.SERIES);
        var levels = numbers(features, InputLayout.LAST);
        double deviation = Math.sqrt(5); // of the known 1 3 5 7
        var differences = new double[] {-4, -4, -2, 0, 0, -4, -2, 0}; // Nothing is known before the second row's gap.
        for (int step = 0; step < 4; step++) {
            assertThat((double) series[step]).isCloseTo(differences[step] / deviation, within(1e-6));
            assertThat((double) series[16 + step]).isCloseTo(differences[4 + step] / deviation, within(1e-6));
        }
        assertThat((double) levels[0]).isCloseTo((5 - 4) / deviation, within(1e-6));
        assertThat((double) levels[1]).isCloseTo((7 - 4) / deviation, within(1e-6));
    }

    private static float[] numbers(InputFeatures features, String block) {
        return ((Block.Dense) Objects.requireNonNull(features.blocks().get(block))).values();
    }
}
