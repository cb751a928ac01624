package io.polyphony.engine.data;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountColumnsTest {
    private static final int[] ROWS = {0, 1, 2, 3};

    @Test
    void many_columns_of_whole_numbers_from_0_are_numbers() {
        var layout = layout(70, "0", "2", null, "1");
        assertThat(layout.blocks().keySet()).containsExactly(InputLayout.NUMBERS, InputLayout.CODES);
        assertThat(requireNonNull(layout.blocks().get(InputLayout.CODES)).size())
                .as("the colour")
                .isEqualTo(1);
    }

    /** Three values in the middle of (-3, 3) keep their order. */
    @Test
    void more_is_more() {
        var table = table(70, "0", "2", null, "1");
        var features = Featurizers.fit(new TabularFeatures(TabularFeatures.Scaling.STANDARD, 9), table, input(70), ROWS)
                .apply(table, ROWS);
        assertThat(features.blocks().get(InputLayout.NUMBERS)).isInstanceOfSatisfying(Block.Dense.class, block -> {
            int width = block.size();
            assertThat(block.values()[0]).isLessThan(block.values()[3 * width]);
            assertThat(block.values()[3 * width]).isLessThan(block.values()[width]);
        });
    }

    @Test
    void few_columns_and_other_codes_stay_categories() {
        assertThat(layout(20, "0", "2", null, "1").blocks().keySet()).containsExactly(InputLayout.CODES);
        assertThat(layout(70, "1", "2", null, "1").blocks().keySet())
                .as("nothing was counted")
                .containsExactly(InputLayout.CODES);
        assertThat(layout(70, "0", "2", "x", "1").blocks().keySet()).containsExactly(InputLayout.CODES);
        assertThat(layout(70, "0", "1.5", "2", "1").blocks().keySet()).containsExactly(InputLayout.CODES);
    }

    private static InputLayout layout(int columns, @Nullable String... cells) {
        var table = table(columns, cells);
        return Featurizers.fit(TabularFeatures.standard(), table, input(columns), ROWS)
                .layout();
    }

    private static InputSpec input(int columns) {
        var names = new ArrayList<>(List.of("colour"));
        IntStream.range(0, columns).forEach(i -> names.add("n" + i));
        return new InputSpec("table", Modality.TABULAR, names);
    }

    private static Table table(int columns, @Nullable String... cells) {
        var all = new LinkedHashMap<String, Column>();
        IntStream.range(0, columns).forEach(i -> all.put("n" + i, Samples.texts(cells)));
        all.put("colour", Samples.texts("red", "blue", "red", "blue"));
        return Samples.table(all);
    }
}
