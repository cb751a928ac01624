package io.polyphony.backend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.table.CellStyle;
import io.polyphony.backend.dataset.table.Written;
import io.polyphony.backend.testing.OneTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final Spelling GERMAN = Spelling.of(List.of(
            column("price", ColumnModality.NUMERIC, "comma"),
            column("day", ColumnModality.DATE, "day-first"),
            column("place.city", ColumnModality.CATEGORICAL, null),
            column("tags", ColumnModality.TEXT, null)));

    @Test
    void cells_are_read_as_the_file_wrote_them() throws JsonProcessingException {
        assertThat(plain("{'price': '1.515,93', 'day': '31.05.24', 'tags': '1,5'}"))
                .isEqualTo(read("{'price': '1515.93', 'day': '2024-05-31', 'tags': '1,5'}"));
        assertThat(plain("{'day': '31/5/24'}")).isEqualTo(read("{'day': '2024-05-31'}"));
    }

    @Test
    void blanks_around_a_cell_mean_nothing() throws JsonProcessingException {
        assertThat(plain("{'place.city': ' Ulm '}")).isEqualTo(read("{'place.city': 'Ulm'}"));
    }

    /** As a file has them whose headings end with one. */
    @Test
    void blanks_around_a_column_mean_nothing() throws JsonProcessingException {
        assertThat(plain("{'price ': '1.515,93', ' place': {'city ': 'Ulm'}}"))
                .isEqualTo(read("{'price': '1515.93', 'place.city': 'Ulm'}"));
    }

    @Test
    void what_programs_write_stays() throws JsonProcessingException {
        for (var row : List.of("{'price': 1.515, 'day': '2024-05-31', 'tags': ['a', 'b']}", "{'price': null}")) {
            assertThat(plain(row)).isEqualTo(read(row));
        }
    }

    @Test
    void nested_objects_are_columns_with_dots_as_in_an_upload() throws JsonProcessingException {
        assertThat(plain("{'place': {'city': 'Ulm'}, 'tags': {'a': 1}}"))
                .isEqualTo(read("{'place.city': 'Ulm', 'tags': {'a': 1}}"));
    }

    @Test
    void a_row_that_is_none_is_refused_by_its_place() {
        var rows = new ArrayList<Map<String, JsonNode>>();
        rows.add(Map.of());
        rows.add(null);

        assertThatThrownBy(() -> GERMAN.plain(rows))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.errors().getFirst().pointer())
                                .isEqualTo("/rows/1"));
    }

    private static Map<String, JsonNode> plain(String row) throws JsonProcessingException {
        return GERMAN.plain(List.of(read(row))).getFirst();
    }

    private static Map<String, JsonNode> read(String row) throws JsonProcessingException {
        return new ObjectMapper().readValue(row.replace('\'', '"'), new TypeReference<>() {});
    }

    private static ColumnInfo column(String name, ColumnModality modality, @Nullable String style) {
        return OneTable.column(name, 0, modality, ColumnRole.INPUT, null)
                .writtenAs(new Written(CellStyle.named(style), List.of()));
    }
}
