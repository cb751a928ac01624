package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.dataset.profile.ColumnInference;
import io.polyphony.backend.dataset.profile.ColumnProfiler;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ColumnCorrectionsTest {
    private static final List<ColumnCorrection> NUMERIC =
            List.of(new ColumnCorrection("level", ColumnModality.NUMERIC, null, null));

    @Test
    void what_is_no_number_is_named_with_its_row_and_a_cure() {
        var column = column(i -> i % 5 == 3 ? "deep" + i : String.valueOf(i * 0.37));
        assertThatThrownBy(() -> ColumnCorrections.apply(List.of(column), NUMERIC))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.errors().getFirst().detail())
                                .contains("the cell (deep3) in row 3 is no number", "59 other cells", "Maybe leave"));
    }

    @Test
    void numbers_with_a_few_marks_that_count_as_classes_may_be_made_numbers() {
        var column = column(i -> i % 25 == 0 ? "out" : String.valueOf(i * 7));
        var categorical = column.as(ColumnModality.CATEGORICAL, ColumnRole.INPUT, "set by hand");
        assertThat(ColumnCorrections.apply(List.of(categorical), NUMERIC)
                        .getFirst()
                        .modality())
                .isEqualTo(ColumnModality.NUMERIC);
    }

    @Test
    void words_for_missing_cells_may_be_made_values_and_missing_again() {
        var pool = column(i -> i % 3 == 0 ? "NA" : i % 3 == 1 ? "Good" : "Fair");
        assertThat(List.of(pool.missing(), pool.distinct())).containsExactly(100L, 2L);
        assertThat(pool.hints()).anyMatch(hint -> hint.contains("`NA` (100): read as missing"));
        var kept = ColumnCorrections.apply(List.of(pool), words(true)).getFirst();
        assertThat(List.of(kept.missing(), kept.distinct())).containsExactly(0L, 3L);
        assertThat(kept.topValues()).containsEntry("NA", 100L);
        assertThat(kept.hints()).noneMatch(hint -> hint.contains("read as missing"));
        assertThat(ColumnCorrections.apply(List.of(kept), words(false))).containsExactly(pool);
    }

    @Test
    void there_must_be_such_words_and_the_column_must_hold_words() {
        for (var column : List.of(column(i -> "abc".substring(i % 3)), column(i -> i % 9 == 0 ? "NA" : "" + i * 0.5))) {
            assertThatThrownBy(() -> ColumnCorrections.apply(List.of(column), words(true)))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            refusal -> assertThat(refusal.errors().getFirst().detail())
                                    .contains("The column (level)", "Maybe"));
        }
    }

    private static List<ColumnCorrection> words(boolean values) {
        return List.of(new ColumnCorrection("level", null, null, values));
    }

    private static ColumnInfo column(IntFunction<String> cell) {
        var cells = new ColumnProfiler(true);
        for (int i = 0; i < 300; i++) {
            cells.cell(i, cell.apply(i));
        }
        return ColumnInference.infer("level", 0, cells, false);
    }
}
