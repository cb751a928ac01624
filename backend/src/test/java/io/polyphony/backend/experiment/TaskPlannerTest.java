package io.polyphony.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.profile.ColumnInference;
import io.polyphony.backend.dataset.profile.ColumnProfiler;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskPlannerTest {
    private static final int ROWS = 1000;

    @Test
    void classes_of_hardly_a_row_each_are_refused_with_a_cure() {
        assertThat(faults("multiclass", row -> "name" + row % 750)).hasMessageContaining("Maybe it is an id");
        assertThat(faults(null, row -> "name" + row)).hasMessageContaining("1000 different values in 1000 cells");
        assertThat(faults("multiclass", row -> String.valueOf(row % 600 * 0.37)))
                .hasMessageContaining("Maybe regression");
    }

    @Test
    void many_classes_of_a_few_rows_each_are_fine() {
        assertThat(faults("multiclass", row -> "sku" + row % 250)).isNull();
        assertThat(faults(null, row -> "sku" + row % 250)).isNull();
        assertThat(faults("multiclass", row -> row < 12 ? "rare" + row : "usual"))
                .isNull();
    }

    /** 24 bits tell 1e12 from its neighbours 65,536 away: errors would all seem to be 0. */
    @Test
    void amounts_that_single_precision_cannot_tell_apart_are_refused() {
        assertThat(faults("regression", row -> String.valueOf(1e12 + row))).hasMessageContaining("Maybe subtract");
        assertThat(faults(null, row -> String.valueOf(1e12 + row + 0.5))).hasMessageContaining("Maybe subtract");
        assertThat(faults("regression", row -> String.valueOf(1_700_000_000_000L + row * 60_000_000L)))
                .isNull();
        assertThat(faults("regression", row -> String.valueOf(row * 1e-9))).isNull();
    }

    private static @Nullable Throwable faults(@Nullable String type, IntFunction<String> cell) {
        var cells = new ColumnProfiler(true);
        for (int row = 0; row < ROWS; row++) {
            cells.cell(row, cell.apply(row));
        }
        ColumnInfo column = ColumnInference.infer("y", 0, cells, false);
        var faults = new Faults();
        new TaskPlanner(Map.of("y", column), _ -> column, () -> ROWS, faults)
                .plan(List.of(new TaskRequest("y", type, null)));
        return catchThrowable(faults::raise);
    }
}
