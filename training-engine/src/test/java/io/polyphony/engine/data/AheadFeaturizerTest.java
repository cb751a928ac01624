package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AheadFeaturizerTest extends FeaturizerContract {
    /** Two steps are known from each moment on; of the last row nothing is. */
    private static final int[] ENDS = {2, 3, 4, 5, 7, 30};

    @Override
    FeaturizerSpec spec() {
        return new SeriesFeatures(512);
    }

    @Override
    Table table() {
        return table(50, 60);
    }

    @Override
    Table otherwise() {
        return table(-1, 7);
    }

    private static Table table(double sixth, double seventh) {
        return Samples.table(Map.of(
                "price", new Column.Windows(new double[] {1, 3, 1, 3, Double.NaN, sixth, seventh}, ENDS, 2, 0)));
    }

    @Override
    InputSpec input() {
        return over(Modality.SERIES, "price");
    }

    /** Mean 2 and deviation 1 of what train rows are told, each step once; a gap is the mean. */
    @Test
    void each_step_has_its_own_number() {
        var fitted = Featurizers.fit(spec(), table(), input(), new int[] {0, 1, 2, 3});
        assertThat(Samples.floats(fitted.apply(table(), new int[] {0, 3, 5}), InputLayout.AHEAD))
                .containsExactly(-1, 1, 1, 0, 0, 0);
        assertThat(fitted.layout().block(InputLayout.SERIES).shape()).containsExactly(16, 1);
        assertThat(fitted.overTime()).hasValue(2);
    }

    @Test
    void plain_rows_bring_a_list_of_what_is_known() {
        var preprocessor = Preprocessor.fit(
                table(), new int[] {0, 1, 2, 3}, List.of(input()), Map.of("input", spec()), List.<TaskSpec>of());
        var plain = PlainRows.of(preprocessor, List.of(Map.of("price", List.of(1, 3))));
        assertThat(Preprocessor.fromJson(preprocessor.toJson()).features(plain, new int[] {0}))
                .usingRecursiveComparison()
                .isEqualTo(preprocessor.features(table(), new int[] {0}));
    }
}
