package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunFeaturizerTest extends FeaturizerContract {
    private static final int STEPS = 40;
    private static final int[] TRAIN = {0, 1, 2, 3};

    @Override
    FeaturizerSpec spec() {
        return new RunFeatures(TabularFeatures.standard(), 168);
    }

    @Override
    Table table() {
        return table(100, "c");
    }

    @Override
    Table otherwise() {
        return table(-7, "a");
    }

    /** Waves of four lengths, a fifth of another height, and a row without cells. */
    private static Table table(double height, String kind) {
        var columns = new HashMap<String, Column>();
        for (var t = 0; t < STEPS; t++) {
            var step = t;
            var cells = IntStream.range(0, 6)
                    .mapToDouble(
                            row -> row == 5 ? Double.NaN : (row == 4 ? height : 1) * Math.sin(step * (1 + row) / 6.0))
                    .toArray();
            columns.put("t" + t, Samples.numbers(cells));
        }
        columns.put("kind", Samples.texts("a", "b", "a", "b", kind, null));
        return Samples.table(columns);
    }

    @Override
    InputSpec input() {
        var names = Stream.concat(IntStream.range(0, STEPS).mapToObj(t -> "t" + t), Stream.of("kind"));
        return over(Modality.TABULAR, names.toArray(String[]::new));
    }

    @Test
    void answers_are_those_of_the_same_numbers_as_a_series() {
        var rows = new int[] {0, 1, 2, 3, 4};
        var answers = Samples.floats(
                Featurizers.fit(spec(), table(), input(), TRAIN).apply(table(), rows), InputLayout.ROCKET);
        var waves = Samples.table(Map.of(
                "wave",
                Samples.texts(IntStream.range(0, 5)
                        .mapToObj(row -> IntStream.range(0, STEPS)
                                .mapToObj(t -> String.valueOf(Labels.number(table().column("t" + t), row, "t")))
                                .reduce((a, b) -> a + " " + b)
                                .orElseThrow())
                        .toArray(String[]::new))));
        var series = Featurizers.fit(new RocketFeatures(STEPS + 8, 168), waves, over(Modality.SERIES, "wave"), TRAIN)
                .apply(waves, rows);
        var others = Samples.floats(series, InputLayout.ROCKET);
        for (var i = 0; i < answers.length; i++) {
            assertThat(answers[i]).isCloseTo(others[i], within(1e-3f));
        }
    }

    @Test
    void a_missing_step_is_as_its_neighbour() {
        var features = RunSteps.fit(table(), input(), TRAIN).apply(gapped(), new int[] {0});
        var steps = Samples.floats(features, InputLayout.SERIES);
        assertThat(steps[2]).isLessThan(steps[3]);
        assertThat(steps)
                .startsWith(steps[2], steps[2], steps[2], steps[3], steps[3])
                .endsWith(steps[3]);
    }

    private static Table gapped() {
        var columns = new HashMap<String, Column>();
        for (var t = 0; t < STEPS; t++) {
            columns.put("t" + t, Samples.numbers(t == 2 ? 3 : t == 3 ? 5 : Double.NaN));
        }
        return Samples.table(columns);
    }

    @Test
    void a_table_without_such_columns_is_refused() {
        assertThatThrownBy(() -> Featurizers.fit(spec(), table(), over(Modality.TABULAR, "t0", "kind"), TRAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no columns that are numbered");
    }
}
