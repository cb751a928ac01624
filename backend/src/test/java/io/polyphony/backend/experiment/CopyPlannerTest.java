package io.polyphony.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.TableData;
import io.polyphony.backend.dataset.WindowSpec;
import io.polyphony.backend.testing.OneTable;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyPlannerTest {
    private static final int ROWS = 120;
    private static final SplitSpec USUAL = new SplitSpec(null, null, "y", 0.2, 0.2, 1);
    private static final IntFunction<String> THIRTY_FOUR_TIMES = row -> "remark number " + row % 30;

    @Test
    void rows_that_come_again_stay_together() {
        assertThat(plan(USUAL, null, THIRTY_FOUR_TIMES).copies()).containsExactly("text", "y");
        assertThat(plan(USUAL, null, row -> "remark number " + row).copies()).isEmpty();
    }

    @Test
    void what_the_person_says_counts() {
        assertThat(plan(USUAL, asked(false), THIRTY_FOUR_TIMES).copies()).isEmpty();
        assertThat(plan(USUAL, asked(true), row -> row % 2 == 0 ? "aye" : "no").copies())
                .containsExactly("text", "y");
    }

    @Test
    void groups_and_steps_of_time_say_what_stays_together() {
        assertThat(plan(USUAL.groupedBy("shop"), asked(true), THIRTY_FOUR_TIMES).copies())
                .isEmpty();
        assertThat(plan(USUAL.over(new WindowSpec(3, 2, 1, null)), null, THIRTY_FOUR_TIMES)
                        .copies())
                .isEmpty();
    }

    @Test
    void a_given_split_that_tears_copies_apart_is_followed() {
        var given = new SplitSpec("part", null, "y", 0.2, 0.2, 1);
        assertThat(plan(given, null, THIRTY_FOUR_TIMES).copies()).isEmpty();
        assertThat(plan(given, null, row -> "remark number " + row % 60 % 20 + row / 60)
                        .copies())
                .containsExactly("text", "y");
    }

    /** Thirty remarks come four times each; the last 60 rows are sealed, and all their remarks were seen before. */
    @Test
    void test_rows_that_say_the_same_as_others_are_told() {
        var given = new SplitSpec("part", null, "y", 0.2, 0.2, 1);
        assertThat(parted(given, null, THIRTY_FOUR_TIMES).cautions())
                .singleElement()
                .asString()
                .contains("60 of 60 test rows")
                .contains("(part)");
        assertThat(parted(given.groupedBy("shop"), asked(false), THIRTY_FOUR_TIMES)
                        .torn())
                .isEqualTo(60);
        assertThat(parted(given, null, row -> "remark number " + row).cautions())
                .isEmpty();
        assertThat(parted(USUAL, null, THIRTY_FOUR_TIMES).cautions()).isEmpty();
    }

    /** One of ten thousand rows is like another by chance, and moves no figure. */
    @Test
    void a_few_test_rows_that_say_the_same_are_not_told() {
        var given = new SplitSpec("part", null, "y", 0.2, 0.2, 1);
        assertThat(new CopyPlanner.Parted(given, 20, 2000).cautions()).isEmpty();
        assertThat(new CopyPlanner.Parted(given, 21, 2000).cautions()).hasSize(1);
        assertThat(new CopyPlanner.Parted(given, 0, 0).cautions()).isEmpty();
    }

    private static SplitSpec plan(SplitSpec split, @Nullable SplitRequest wanted, IntFunction<String> text) {
        return parted(split, wanted, text).split();
    }

    private static SplitRequest asked(boolean together) {
        return new SplitRequest(null, null, null, null, null, null, null, together, null);
    }

    private static CopyPlanner.Parted parted(SplitSpec split, @Nullable SplitRequest wanted, IntFunction<String> text) {
        var table = new TableData(
                DatasetVersionId.next(),
                "0".repeat(64),
                ROWS,
                List.of(
                        OneTable.column("text", 0, ColumnModality.TEXT, ColumnRole.INPUT, null),
                        OneTable.input("y"),
                        OneTable.column("part", 2, ColumnModality.CATEGORICAL, ColumnRole.SPLIT, null)),
                Map.of(
                        "text", cells(text),
                        "y", cells(row -> "class" + row % 2),
                        "part", cells(row -> row < 60 ? "train" : "test")),
                _ -> new byte[0]);
        var columns = table.columns().stream().collect(Collectors.toMap(ColumnInfo::name, Function.identity()));
        var input = new InputSpec("text", Modality.TEXT, List.of("text"));
        return new CopyPlanner(new OneTable(table), table.version(), columns)
                .plan(split, wanted, List.of(input), Set.of("y"));
    }

    private static String[] cells(IntFunction<String> cell) {
        return IntStream.range(0, ROWS).mapToObj(cell).toArray(String[]::new);
    }
}
