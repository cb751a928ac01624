package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.polyphony.engine.data.TabularFeatures.Scaling;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers as how far they reach into bins. */
class BinnedFeaturizerTest extends FeaturizerContract {
    private static final int[] TRAIN = {0, 1, 2, 3};

    @Override
    FeaturizerSpec spec() {
        return new TabularFeatures(Scaling.STANDARD, 2, 4);
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
                "n", Samples.numbers(1, 2, 5, 3, number, Double.NaN),
                "m", Samples.numbers(7, 7, Double.NaN, 7, 8, Double.NaN)));
    }

    @Override
    InputSpec input() {
        return over(Modality.TABULAR, "n", "m");
    }

    /** Edges of 1 2 3 5 at quarters: 1, 1.75, 2.5, 3.5, 5; of a column that never changes there is no bin. */
    @Test
    void bins_are_full_below_a_number_and_empty_above_it() {
        var features = Featurizers.fit(spec(), table(), input(), TRAIN).apply(table(), new int[] {1, 3, 4});
        assertThat(Samples.floats(features, InputLayout.BINS))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(
                        1, 1 / 3f, 0, 0, 0, 0, 0, 0, //
                        1, 1, 0.5f, 0, 0, 0, 0, 0, //
                        1, 1, 1, 2, 0, 0, 0, 0);
    }

    @Test
    void what_is_below_all_edges_goes_on_for_one_bin() {
        var bins = NumberBins.fit(new double[] {0, 1, 2, 3, 4}, 2);
        var shares = new float[2];
        bins.write(-1, shares, 0);
        assertThat(shares).containsExactly(-0.5f, 0);
        bins.write(-1e9, shares, 0);
        assertThat(shares).containsExactly(-1, 0);
    }

    /** Any function that is linear between the edges is linear in the shares: here x itself. */
    @Test
    void numbers_come_back_as_a_sum_over_bins() {
        var bins = NumberBins.fit(new double[] {-3, 0, 1, 5, 5, 5, 20}, 8);
        var widths = new double[bins.edges().length - 1];
        for (int bin = 0; bin < widths.length; bin++) {
            widths[bin] = bins.edges()[bin + 1] - bins.edges()[bin];
        }
        for (double number = -4; number < 21; number += 0.37) {
            var shares = new float[8];
            bins.write(number, shares, 0);
            double sum = bins.edges()[0];
            for (int bin = 0; bin < widths.length; bin++) {
                sum += shares[bin] * widths[bin];
            }
            assertThat(sum).isCloseTo(number, within(1e-5));
        }
    }

    @Test
    void a_row_that_tells_nothing_lies_in_the_middle() {
        var featurizer = Featurizers.fit(spec(), table(), input(), TRAIN);
        assertThat(featurizer.silent().get(InputLayout.BINS))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(1, 1, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void what_was_saved_before_there_were_bins_has_none() throws Exception {
        var json = new ObjectMapper();
        var old = json.readValue(
                "{\"kind\":\"tabular\",\"input\":\"input\",\"numeric\":[{\"name\":\"n\",\"center\":0,\"scale\":1,"
                        + "\"quantiles\":[],\"fill\":0,\"flagged\":false}],\"categorical\":[]}",
                Featurizer.class);
        assertThat(old.layout().blocks()).containsOnlyKeys(InputLayout.NUMBERS);
        assertThat(json.readValue(
                        "{\"kind\":\"tabular\",\"scaling\":\"AUTO\",\"maxCategories\":1000}", FeaturizerSpec.class))
                .isEqualTo(new TabularFeatures(TabularFeatures.Scaling.AUTO, 1000));
    }
}
