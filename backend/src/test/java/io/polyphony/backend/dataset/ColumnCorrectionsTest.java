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
            List.of(new ColumnCorrection("level", ColumnModality.NUMERIC, null));

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

    private static ColumnInfo column(IntFunction<String> cell) {
        var cells = new ColumnProfiler();
        for (int i = 0; i < 300; i++) {
            cells.cell(i, cell.apply(i));
        }
        return ColumnInference.infer("level", 0, cells, false);
    }
}
