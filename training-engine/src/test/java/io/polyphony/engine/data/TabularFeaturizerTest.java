package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.polyphony.engine.data.TabularFeatures.Scaling;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TabularFeaturizerTest extends FeaturizerContract {

    @Override
    FeaturizerSpec spec() {
        return new TabularFeatures(Scaling.STANDARD, 2);
    }

    @Override
    Table table() {
        return table(1e9, "new");
    }

    @Override
    Table otherwise() {
        return table(-7, "a");
    }

    private static Table table(double number, String category) {
        return Samples.table(Map.of(
                "n", Samples.numbers(1, 2, Double.NaN, 3, number, Double.NaN),
                "c", Samples.texts("b", "a", "b", null, category, null)));
    }

    @Override
    InputSpec input() {
        return over(Modality.TABULAR, "n", "c");
    }

    @Test
    void missing_cells_become_the_median_and_a_bit() {
        var features = Featurizers.fit(spec(), table(), input(), new int[] {0, 1, 2, 3})
                .apply(table(), new int[] {1, 2, 4});
        assertThat(features.blocks().get(InputLayout.NUMBERS))
                .isInstanceOfSatisfying(
                        Block.Dense.class,
                        block -> assertThat(block.values())
                                .usingComparatorWithPrecision(1e-4f)
                                .containsExactly(0, 0, 0, 1, 3, 0));
        assertThat(features.blocks().get(InputLayout.CODES))
                .isInstanceOfSatisfying(
                        Block.Codes.class, block -> assertThat(block.values()).containsExactly(2, 1, 0));
    }

    /** Of one missing cell in a thousand nothing is learned but chance, which many blank cells of a request would add up. */
    @Test
    void what_hardly_any_train_row_lacks_is_filled_in() {
        for (int missing : new int[] {0, 1, 9, 10, 300}) {
            var numbers = new double[1000];
            var texts = new String[1000];
            for (int i = missing; i < 1000; i++) {
                numbers[i] = i;
                texts[i] = i % 3 == 0 ? "rare" : "usual";
            }
            Arrays.fill(numbers, 0, missing, Double.NaN);
            var rows = IntStream.range(0, 1000).toArray();
            var category = CategoricalColumn.fit("c", Samples.texts(texts), rows, 10);
            boolean learned = missing >= 10;
            assertThat(NumericColumn.fit("n", numbers, Scaling.ROBUST).flagged())
                    .isEqualTo(learned);
            assertThat(category.code(null)).isEqualTo(learned ? 0 : category.code("usual"));
            assertThat(category.code("new")).isZero();
        }
    }

    @Test
    void a_column_of_before_missing_cells_were_filled_in_gives_them_no_code() throws JsonProcessingException {
        var json = new ObjectMapper();
        var column = CategoricalColumn.fit("c", Samples.texts("a", "a", "b"), Samples.all(3), 2);
        assertThat(column.code(null)).isEqualTo(column.code("a")).isPositive();

        var before = (ObjectNode) json.valueToTree(column);
        before.remove("fill");
        assertThat(json.treeToValue(before, CategoricalColumn.class).code(null)).isZero();
    }

    @Test
    void values_of_a_few_rows_keep_their_codes_and_those_of_a_single_row_share_one() {
        var cells = new String[6001];
        Arrays.setAll(cells, row -> row < 6000 ? "postcode" + row / 3 : "alone");
        var column = CategoricalColumn.fit(
                "c",
                Samples.texts(cells),
                IntStream.range(0, cells.length).toArray(),
                TabularFeatures.standard().maxCategories());
        assertThat(column.values().size()).isEqualTo(2000);
        assertThat(column.values().code("postcode1999")).isPositive();
        assertThat(column.values().code("alone")).isZero();
    }

    @Test
    void robust_scaling_ignores_an_outlier() {
        var column = NumericColumn.fit("n", new double[] {1, 2, 3, 4, 1e6}, Scaling.ROBUST);
        assertThat(column.center()).isEqualTo(3);
        assertThat(column.scale()).isCloseTo(2 / 1.349, within(1e-12));
    }

    @Test
    void quantile_scaling_gives_a_standard_normal() {
        var skewed = new double[1001];
        for (var i = 0; i < skewed.length; i++) {
            skewed[i] = Math.exp(i / 100.0);
        }
        var column = NumericColumn.fit("n", skewed, Scaling.AUTO);
        assertThat(column.quantiles()).isNotEmpty();
        assertThat(column.scaled(skewed[500])).isCloseTo(0, within(1e-3f));
        assertThat(column.scaled(skewed[975])).isCloseTo(1.96f, within(1e-2f));
        assertThat(column.scaled(1e99)).isEqualTo(3f);
    }

    @Test
    void equal_values_share_the_middle_of_their_ranks() {
        var column = NumericColumn.fit("n", new double[] {0, 0, 0, 0, 0, 0, 0, 1, 50}, Scaling.QUANTILE);
        assertThat(column.scaled(0)).isBetween(-0.5f, -0.1f);
    }

    @Test
    void the_normal_quantile_agrees_with_tables() {
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-9));
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963985, within(1e-8));
        assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306, within(1e-8));
    }

    @Test
    void a_column_that_never_changes_is_zero() {
        assertThat(NumericColumn.fit("n", new double[] {5, 5, 5}, Scaling.AUTO).scaled(5))
                .isZero();
    }
}
