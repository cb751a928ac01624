package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.data.TabularFeatures.Scaling;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers as far as they lie from their mean. */
class LinedFeaturizerTest extends FeaturizerContract {
    private static final int[] TRAIN = {0, 1, 2, 3};

    @Override
    FeaturizerSpec spec() {
        return new TabularFeatures(Scaling.ROBUST, 2).lined(true);
    }

    @Override
    Table table() {
        return table(1e9);
    }

    @Override
    Table otherwise() {
        return table(-7);
    }

    private static Table table(double number) {
        return Samples.table(Map.of(
                "n", Samples.numbers(0, 0, 0, 4, number, Double.NaN),
                "m", Samples.numbers(7, 7, Double.NaN, 7, 8, Double.NaN)));
    }

    @Override
    InputSpec input() {
        return over(Modality.TABULAR, "n", "m");
    }

    /** The mean of 0 0 0 4 is 1, their deviation the root of 3; twice their range beyond it is 12; what never changes has a deviation of one. */
    @Test
    void an_outlier_is_as_far_out_as_it_is_but_nothing_is_believed_that_is_far_beyond_all_train_rows() {
        var features = Featurizers.fit(spec(), table(), input(), TRAIN).apply(table(), new int[] {0, 3, 4, 5});
        float root = (float) Math.sqrt(3);
        assertThat(Samples.floats(features, InputLayout.LINE))
                .usingComparatorWithPrecision(1e-5f)
                .containsExactly(-1 / root, 0, 3 / root, 0, 11 / root, 0, 0, 0);
    }

    @Test
    void only_who_asks_for_lines_has_them() {
        var plain = Featurizers.fit(new TabularFeatures(Scaling.ROBUST, 2), table(), input(), TRAIN);
        assertThat(plain.layout().blocks()).doesNotContainKey(InputLayout.LINE);
        assertThat(new TokenFeatures(9, 9, false).lined(true)).isEqualTo(new TokenFeatures(9, 9, false));
    }
}
