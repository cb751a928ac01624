package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
        assertThat(labels.repeated().steps()).containsExactly(labels.values());
    }

    /** By hand: the season is two steps, and of six seen steps four stand two after another. */
    @Test
    void the_miss_of_repeating_the_season_is_told_of_what_is_seen() {
        var values = new double[] {0, 10, 1, 11, 3, 10, 4, 10, 99};
        var table = table(values, new int[] {6, 7}, 6, 1);
        var codec = new ForecastCodec(TASK, 1, 0, 2, 6, 2);
        var misses = codec.encode(table, new int[] {0, 1}).repeated().misses();
        assertThat(misses).containsExactly((1 + 1 + 2 + 1) / 4f / 2, (1 + 2 + 1 + 1) / 4f / 2);
    }

    /** Of nine steps, which the naive forecast repeats after nine, half tells of a season of three. */
    @Test
    void a_season_that_fills_all_of_the_past_tells_no_miss() {
        var values = IntStream.range(0, 40)
                .mapToDouble(i -> i % 3 * 10 + (i % 9 == 0 ? 1 : 0))
                .toArray();
        var table = table(values, IntStream.range(9, 35).toArray(), 9, 3);
        var codec = ForecastCodec.fit(TASK, table, Samples.all(20));
        assertThat(codec.season()).isEqualTo(9);
        assertThat(codec.lag()).isEqualTo(3);
        assertThat(codec.encode(table, new int[] {0}).repeated().misses()[0] * codec.deviation())
                .as("one of six is off by one")
                .isCloseTo(1 / 6.0, within(1e-6));
    }

    /** Of models that were stored before it was asked. */
    @Test
    void without_a_lag_the_last_value_is_repeated() {
        var values = new double[] {0, 10, Double.NaN, 11, 12, 99};
        var table = table(values, new int[] {5}, 5, 1);
        var codec = new ForecastCodec(TASK, 1, 0, 1, 5, 0);
        assertThat(codec.encode(table, new int[] {0}).repeated().misses()).containsExactly((10 + 1) / 2f);
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

    /** The second window is the first one, ten times as large and elsewhere. */
    @Test
    void in_units_of_their_own_like_pasts_are_told_alike_whatever_their_size() {
        var values = new double[] {1, 3, 2, 4, 9, 1010, 1030, 1020, 1040};
        var table = table(values, new int[] {4, 9}, 4, 1);
        var input = new InputSpec("past", Modality.SERIES, List.of("y"));
        var spec = new SeriesFeatures(16).seeing(new PastView(1, PastUnit.WINDOW));
        var featurizer = (PastFeaturizer) Featurizers.fit(spec, table, input, new int[] {0, 1});
        var features = featurizer.apply(table, new int[] {0, 1});
        var series = numbers(features, InputLayout.SERIES);
        var units = numbers(features, InputLayout.SCALE);
        double deviation = featurizer.deviation()[0];
        double alone = Math.sqrt(1.25) / deviation; // of 1 3 2 4
        double least = 0.1 * 10 * alone; // of the larger of the two
        double own = Math.hypot(alone, least);
        assertThat((double) units[0]).isCloseTo(own, within(1e-6));
        assertThat((double) series[0]).isCloseTo(-3 / deviation / own, within(1e-5));
        assertThat((double) units[1]).isCloseTo(Math.hypot(10 * alone, least), within(1e-6));
        for (int step = 0; step < 4; step++) {
            assertThat(series[16 + step] * units[1] / units[0]).isCloseTo(10 * series[step], within(1e-3f));
        }
    }

    /** Units and lags are younger than the first models. */
    @Test
    void what_was_stored_before_there_were_units_is_read_as_it_was() {
        var table = table(new double[] {1, 3, 2, 4, 9, 5, 7, 6}, new int[] {4, 6}, 4, 1);
        var input = new InputSpec("past", Modality.SERIES, List.of("y"));
        var features = Map.<String, FeaturizerSpec>of("past", new SeriesFeatures(16));
        var fitted = Preprocessor.fit(table, new int[] {0, 1}, List.of(input), features, List.of(TASK));
        var before = fitted.toJson()
                .replaceFirst(",\"unit\":\"COLUMN\",\"least\":\\[[^]]*]", "")
                .replaceFirst(",\"lag\":\\d+", "");
        assertThat(before).doesNotContain("unit", "least", "lag");
        var read = Preprocessor.fromJson(before);
        assertThat(read.layouts()).isEqualTo(fitted.layouts());
        assertThat(numbers(read.encode(table, new int[] {1}).inputs().get("past"), InputLayout.SERIES))
                .containsExactly(
                        numbers(fitted.encode(table, new int[] {1}).inputs().get("past"), InputLayout.SERIES));
    }

    @Test
    void what_never_moved_has_a_unit_too() {
        var values = new double[] {1, 1, 1, 1, 5, 5, 5, 5, 2};
        var table = table(values, new int[] {4, 8}, 4, 1);
        var input = new InputSpec("past", Modality.SERIES, List.of("y"));
        var spec = new SeriesFeatures(16).seeing(new PastView(1, PastUnit.WINDOW));
        var features = Featurizers.fit(spec, table, input, new int[] {0, 1}).apply(table, new int[] {0, 1});
        assertThat(numbers(features, InputLayout.SCALE)).containsExactly(1, 1);
        assertThat(numbers(features, InputLayout.SERIES)).containsOnly(0);
    }

    /** Of 40 steps three quarters are whole patches of sixteen: 32; half of ten fills none. */
    @Test
    void of_the_past_the_last_steps_may_be_told_alone() {
        assertThat(new PastView(0.75, PastUnit.COLUMN).steps(40)).isEqualTo(32);
        assertThat(new PastView(0.5, PastUnit.COLUMN).steps(10)).isEqualTo(5);
        var values = IntStream.rangeClosed(1, 41).mapToDouble(i -> i * i).toArray();
        var table = table(values, new int[] {40}, 40, 1);
        var input = new InputSpec("past", Modality.SERIES, List.of("y"));
        var spec = new SeriesFeatures(64).seeing(new PastView(0.25, PastUnit.COLUMN));
        var featurizer = (PastFeaturizer) Featurizers.fit(spec, table, input, new int[] {0});
        assertThat(featurizer.layout().block(InputLayout.SERIES).shape()).containsExactly(16, 1);
        var series = numbers(featurizer.apply(table, new int[] {0}), InputLayout.SERIES);
        for (int step = 0; step < 10; step++) {
            assertThat((double) series[step])
                    .isCloseTo(
                            ((31 + step) * (31 + step) - 1600)
                                    / (double) featurizer.deviation()[0],
                            within(1e-5));
        }
    }

    private static float[] numbers(@Nullable InputFeatures features, String block) {
        var blocks = Objects.requireNonNull(features).blocks();
        return ((Block.Dense) Objects.requireNonNull(blocks.get(block))).values();
    }
}
