package io.polyphony.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.profile.ColumnInference;
import io.polyphony.backend.dataset.profile.ColumnProfiler;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
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

    /** A class of its own for each number of visits would not know that 3 lies between 2 and 4. */
    @Test
    void whole_numbers_that_fall_off_from_a_peak_are_amounts_and_others_classes() {
        assertThat(suggested(poisson(5))).isEqualTo(TaskType.REGRESSION);
        assertThat(suggested(geometric(0.6))).isEqualTo(TaskType.REGRESSION);
        assertThat(suggested(row -> row % 12)).as("twelve classes").isEqualTo(TaskType.MULTICLASS);
        assertThat(suggested(row -> row % 10)).as("digits").isEqualTo(TaskType.MULTICLASS);
        assertThat(suggested(row -> 1 + row % 5)).as("stars").isEqualTo(TaskType.MULTICLASS);
        assertThat(suggested(row -> (int) (7L * row * row % 90) % 13))
                .as("classes of unlike size")
                .isEqualTo(TaskType.MULTICLASS);
    }

    /** Rows as a Poisson distribution deals them: of each value its share. */
    private static IntUnaryOperator poisson(double mean) {
        return row -> {
            var share = Math.exp(-mean);
            var below = share;
            var value = 0;
            for (; (row + 0.5) / ROWS > below; value++) {
                share *= mean / (value + 1);
                below += share;
            }
            return value;
        };
    }

    private static IntUnaryOperator geometric(double goesOn) {
        return row -> (int) (Math.log((row + 0.5) / ROWS) / Math.log(goesOn));
    }

    /** Naming the usual class every time is right in four of five rows, and so are most trials. */
    @Test
    void where_most_rows_are_of_one_class_their_probabilities_judge() {
        assertThat(judge("multiclass", null, row -> row % 5 == 0 ? "rare" + row % 3 : "usual"))
                .isEqualTo("log_loss");
        assertThat(judge("multiclass", null, row -> row % 3 == 0 ? "rare" + row % 2 : "usual"))
                .isEqualTo("accuracy");
        assertThat(judge("multiclass", null, row -> row % 50 == 0 ? "rare" + row % 3 : row % 2 == 0 ? "" : "usual"))
                .as("of the rows that have one")
                .isEqualTo("log_loss");
        assertThat(judge("multiclass", "accuracy", row -> row % 5 == 0 ? "rare" + row % 3 : "usual"))
                .isEqualTo("accuracy");
        assertThat(judge("binary", null, row -> row % 9 == 0 ? "yes" : "no")).isEqualTo("roc_auc");
    }

    /** A file's heading may end with a blank, which is not seen; a script sends it. */
    @Test
    void a_target_is_found_whatever_blanks_are_around_it() {
        assertThat(new TaskRequest(" y\n", null, null).target()).isEqualTo("y");
        assertThat(ObjectiveRequest.metric("y ", null).target()).isEqualTo("y");
        var split = new SplitRequest("part ", " group", null, null, null, null, "\ttime");
        assertThat(List.of(split.column(), split.group(), split.time())).containsExactly("part", "group", "time");
    }

    private static String judge(String type, @Nullable String metric, IntFunction<String> cell) {
        var column = column(cell);
        return new TaskPlanner(Map.of("y", column), _ -> column, () -> ROWS, new Faults())
                .plan(List.of(new TaskRequest("y", type, metric)))
                .getFirst()
                .metric();
    }

    private static TaskType suggested(IntUnaryOperator cell) {
        var column = column(row -> String.valueOf(cell.applyAsInt(row)));
        var faults = new Faults();
        var tasks = new TaskPlanner(Map.of("y", column), _ -> column, () -> ROWS, faults)
                .plan(List.of(new TaskRequest("y", null, null)));
        return tasks.getFirst().type();
    }

    private static @Nullable Throwable faults(@Nullable String type, IntFunction<String> cell) {
        var column = column(cell);
        var faults = new Faults();
        new TaskPlanner(Map.of("y", column), _ -> column, () -> ROWS, faults)
                .plan(List.of(new TaskRequest("y", type, null)));
        return catchThrowable(faults::raise);
    }

    private static ColumnInfo column(IntFunction<String> cell) {
        var cells = new ColumnProfiler(true);
        for (int row = 0; row < ROWS; row++) {
            cells.cell(row, cell.apply(row));
        }
        return ColumnInference.infer("y", 0, cells, false);
    }
}
