package io.polyphony.backend.dataset.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.dataset.ColumnInfo;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people are told of the classes of a column. */
class ColumnHintsTest {
    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());

    @Test
    void classes_that_differ_by_case_or_blanks_are_told_with_their_rows() {
        var column = column(50, "Yes", "Yes", "YES", "no", "New  York", "new york");
        assertThat(column.hints())
                .singleElement()
                .asString()
                .contains("`Yes` (100), `YES` (50)", "`New  York` (50), `new york` (50)")
                .doesNotContain("no`");
        assertThat(column(50, "yes", "no", "maybe").hints()).isEmpty();
    }

    @Test
    void words_for_missing_cells_are_told() {
        var column = column(50, "Good", "Poor", "Fair", "NA", "null", "NA");
        assertThat(column.missing()).isEqualTo(150);
        assertThat(column.hints()).singleElement().asString().contains("`NA` (100), `null` (50): read as missing");
    }

    @Test
    void none_is_a_class() {
        assertThat(column(50, "None", "Some").topValues()).containsEntry("None", 50L);
    }

    @Test
    void na_among_the_codes_of_countries_is_namibia() {
        var column = column(10, COUNTRIES.toArray(String[]::new));
        assertThat(column.keepsWords()).isTrue();
        assertThat(column.missing()).isZero();
        assertThat(column.topValues()).containsEntry("NA", 10L);
        assertThat(column.hints()).singleElement().asString().contains("`NA` (10): read as values");
    }

    @Test
    void codes_that_come_again_may_hold_rows_together() {
        var codes = IntStream.range(0, 30).mapToObj("B-%03d"::formatted).toArray(String[]::new);
        assertThat(column(4, codes).hints())
                .singleElement()
                .asString()
                .startsWith("each of its 30 codes comes 4.0 times: maybe rows of one code belong together");
        assertThat(column(60, codes).hints()).as("classes").isEmpty();
        assertThat(column(1, codes).hints()).as("an id").isEmpty();
        assertThat(column(4, COUNTRIES.toArray(String[]::new)).hints())
                .as("words")
                .noneMatch(hint -> hint.contains("belong together"));
    }

    @Test
    void rows_without_labels_are_not_taken_for_rows_that_have_none() {
        var column = column(9, "drama; crime", "crime", "comedy; drama", "", "crime; comedy; drama", "comedy");
        assertThat(column.hints())
                .singleElement()
                .asString()
                .startsWith("9 cells are empty: as a target they count as not labelled. Maybe write []");
        assertThat(column(9, "drama; crime", "crime", "comedy; drama", "[]", "crime; comedy; drama", "comedy")
                        .hints())
                .isEmpty();
    }

    private static ColumnInfo column(int times, String... cells) {
        var profiler = new ColumnProfiler(true);
        for (int i = 0; i < times * cells.length; i++) {
            profiler.cell(i + 2, cells[i % cells.length]);
        }
        return ColumnInference.infer("c", 0, profiler, false);
    }
}
