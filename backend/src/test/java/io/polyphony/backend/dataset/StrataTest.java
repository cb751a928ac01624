package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrataTest {
    private final ColumnInfo kind = classes("kind", 6, 600);
    private final ColumnInfo open = classes("open", 2, 600);
    private final ColumnInfo name = classes("name", 400, 600);
    private final ColumnInfo price = column("price", ColumnModality.NUMERIC, 300);
    private final ColumnInfo text = column("a text", ColumnModality.TEXT, 600);

    @Test
    void few_classes_come_before_many_and_numbers_last_while_rows_suffice() {
        assertThat(of("kind", "open")).containsExactly("open", "kind");
        assertThat(of("kind", "price")).containsExactly("kind", "price");
        assertThat(of("kind", "open", "price")).containsExactly("open", "kind");
    }

    @Test
    void one_target_is_as_it_was() {
        assertThat(of("kind")).containsExactly("kind");
        assertThat(of("price")).containsExactly("price");
        assertThat(of("name")).containsExactly("name");
        assertThat(of()).isEmpty();
    }

    @Test
    void what_has_no_classes_parts_no_rows_beside_what_has() {
        assertThat(of("a text", "open")).containsExactly("open");
        assertThat(of("name", "open")).containsExactly("open");
    }

    private List<String> of(String... targets) {
        return Strata.of(List.of(kind, open, name, price, text), List.of(targets));
    }

    private static ColumnInfo classes(String name, int distinct, long rows) {
        return column(name, ColumnModality.CATEGORICAL, distinct, rows);
    }

    private static ColumnInfo column(String name, ColumnModality modality, int distinct) {
        return column(name, modality, distinct, 0);
    }

    private static ColumnInfo column(String name, ColumnModality modality, int distinct, long rows) {
        var top = new LinkedHashMap<String, Long>();
        for (int i = 0; i < Math.min(200, distinct); i++) {
            top.put("v" + i, rows / distinct);
        }
        return new ColumnInfo(
                name,
                0,
                modality,
                ColumnRole.INPUT,
                "",
                0,
                distinct,
                top,
                null,
                null,
                null,
                false,
                null,
                null,
                List.of());
    }
}
