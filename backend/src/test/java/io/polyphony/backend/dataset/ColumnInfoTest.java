package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnInfoTest {
    /** Though the database gives them back by the length of their names. */
    @Test
    void the_most_frequent_value_comes_first() {
        var rows = new LinkedHashMap<String, Long>();
        rows.put("old", 24L);
        rows.put("hungry", 382L);
        rows.put("burping", 8L);
        var column = new ColumnInfo(
                "reason",
                0,
                ColumnModality.CATEGORICAL,
                ColumnRole.INPUT,
                "few values",
                0,
                3,
                rows,
                null,
                null,
                null,
                true,
                null,
                null,
                List.of());
        assertThat(column.topValues().keySet()).containsExactly("hungry", "old", "burping");
    }
}
