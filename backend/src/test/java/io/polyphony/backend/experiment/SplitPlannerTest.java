package io.polyphony.backend.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.TableData;
import io.polyphony.backend.testing.OneTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitPlannerTest {
    private static final DatasetVersionId VERSION = DatasetVersionId.next();

    @Test
    void rows_of_a_group_stay_together_where_the_given_split_keeps_them_together() {
        assertThat(plan(null, "train", "train", "test", "test").groupColumn()).isEqualTo("item");
    }

    @Test
    void a_given_split_that_tears_groups_apart_is_followed() {
        assertThat(plan(null, "train", "test", "train", "test").groupColumn()).isNull();
    }

    @Test
    void what_the_person_says_counts() {
        var wanted = new SplitRequest(null, "item", null, null, null, null);
        assertThat(plan(wanted, "train", "test", "train", "test").groupColumn()).isEqualTo("item");
    }

    @Test
    void folds_are_as_many_as_the_person_says_and_none_of_steps_of_time() {
        var wanted = new SplitRequest(null, null, null, null, null, 4);
        assertThat(plan(wanted, "train", "train", "test", "test").folds()).isEqualTo(4);
        assertThat(faults(wanted, true)).hasMessageContaining("steps of time cannot be parted into folds (4)");
        assertThat(faults(new SplitRequest(null, null, null, null, null, 11), false))
                .hasMessageContaining("The folds (11) are not within 1..10.");
        assertThat(faults(new SplitRequest(null, null, null, null, null, 0), false))
                .hasMessageContaining("The folds (0)");
    }

    @Test
    void only_steps_of_time_have_an_order() {
        var wanted = new SplitRequest(null, null, null, null, null, null, "item");
        assertThat(faults(wanted, false))
                .hasMessageContaining("The column (item) would put steps of time in order, but no task is a forecast.");
    }

    private static Throwable faults(SplitRequest wanted, boolean steps) {
        var table = table("train", "train", "test", "test");
        var columns = table.columns().stream().collect(Collectors.toMap(ColumnInfo::name, Function.identity()));
        var faults = new Faults();
        assertThat(new SplitPlanner(new OneTable(table), VERSION, columns, faults).plan(wanted, Set.of("y"), steps, 1))
                .isNull();
        return catchThrowable(faults::raise);
    }

    private static SplitSpec plan(@Nullable SplitRequest wanted, String... parts) {
        var table = table(parts);
        var columns = table.columns().stream().collect(Collectors.toMap(ColumnInfo::name, Function.identity()));
        var spec = new SplitPlanner(new OneTable(table), VERSION, columns, new Faults())
                .plan(wanted, Set.of("y"), false, 1);
        assertThat(spec).isNotNull();
        return spec;
    }

    /** Items a, a, b, b. */
    private static TableData table(String... parts) {
        return new TableData(
                VERSION,
                "0".repeat(64),
                parts.length,
                List.of(info("item", ColumnRole.GROUP), info("part", ColumnRole.SPLIT)),
                Map.of("item", new String[] {"a", "a", "b", "b"}, "part", parts),
                _ -> new byte[0]);
    }

    private static ColumnInfo info(String name, ColumnRole role) {
        return OneTable.column(name, 0, ColumnModality.CATEGORICAL, role, null);
    }
}
