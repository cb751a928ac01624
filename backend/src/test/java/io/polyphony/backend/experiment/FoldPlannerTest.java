package io.polyphony.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.TableData;
import io.polyphony.backend.dataset.WindowSpec;
import io.polyphony.backend.testing.OneTable;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldPlannerTest {
    private static final DatasetVersionId VERSION = DatasetVersionId.next();

    @Test
    void few_rows_are_learned_in_five_folds_and_many_in_none() {
        assertThat(folds(300, 200, null)).isEqualTo(5);
        assertThat(folds(300, 180, null)).as("60 % of 300 rows train").isEqualTo(1);
        assertThat(folds(300, 0, null)).isEqualTo(1);
    }

    @Test
    void what_the_person_says_counts() {
        assertThat(folds(300, 1000, wanted(1))).isEqualTo(1);
        assertThat(plan(split(null, null).folded(7), 300, 1000, wanted(7)).folds())
                .isEqualTo(7);
    }

    @Test
    void who_says_which_rows_validate_is_believed() {
        assertThat(plan(split("parts", null), 300, 1000, null).folds()).isEqualTo(1);
        assertThat(plan(split("sealed", null), 300, 1000, null).folds()).isEqualTo(5);
    }

    @Test
    void steps_of_time_and_a_few_groups_are_not_parted() {
        var steps = split(null, null).over(new WindowSpec(4, 2, 1, null));
        assertThat(plan(steps, 300, 1000, null).folds()).isEqualTo(1);
        assertThat(plan(split(null, "five"), 300, 1000, null).folds()).isEqualTo(1);
        assertThat(plan(split(null, "many"), 300, 1000, null).folds()).isEqualTo(5);
    }

    private static SplitRequest wanted(int folds) {
        return new SplitRequest(null, null, null, null, null, folds);
    }

    private static SplitSpec split(@Nullable String column, @Nullable String group) {
        return new SplitSpec(column, group, null, 0.2, 0.2, 1);
    }

    private static int folds(int rows, int below, @Nullable SplitRequest wanted) {
        return plan(split(null, null), rows, below, wanted).folds();
    }

    private static SplitSpec plan(SplitSpec split, int rows, int below, @Nullable SplitRequest wanted) {
        return new FoldPlanner(new OneTable(table(rows)), VERSION, below).plan(split, wanted);
    }

    private static TableData table(int rows) {
        var cells = Map.<String, String[]>of(
                "parts", texts(rows, row -> List.of("train", "val", "test").get(row % 3)),
                "sealed", texts(rows, row -> row % 4 == 0 ? "test" : "train"),
                "five", texts(rows, row -> "g" + row % 5),
                "many", texts(rows, row -> "g" + row % 50));
        var columns = cells.keySet().stream().map(OneTable::input).toList();
        return new TableData(VERSION, "0".repeat(64), rows, columns, Map.copyOf(cells), _ -> new byte[0]);
    }

    private static String[] texts(int rows, IntFunction<String> text) {
        return IntStream.range(0, rows).mapToObj(text).toArray(String[]::new);
    }
}
