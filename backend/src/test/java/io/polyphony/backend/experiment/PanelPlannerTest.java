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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PanelPlannerTest {
    private static final int ROWS = 120;
    private static final IntFunction<String> THREE_A_DAY = row -> day(row / 3);

    @Test
    void several_series_are_not_mixed_into_one() {
        assertThat(group(THREE_A_DAY, row -> "shop" + row % 3, null)).isEqualTo("store");
        assertThat(group(row -> day(row % 40), row -> "shop" + row / 40, null))
                .as("one series under another")
                .isEqualTo("store");
    }

    @Test
    void a_group_that_is_named_stays() {
        assertThat(group(THREE_A_DAY, row -> "shop" + row % 3, "region")).isEqualTo("region");
    }

    @Test
    void one_series_is_fine_with_a_date_that_is_there_twice() {
        assertThat(group(row -> day(row == 7 ? 6 : row), row -> "shop" + row % 3, null))
                .isNull();
        assertThat(group(THREE_A_DAY, row -> row % 2 == 0 ? "calm" : "windy", null))
                .as("no column tells rows of one date apart")
                .isNull();
        assertThat(group(THREE_A_DAY, row -> String.valueOf(row * 0.37), null))
                .as("amounts are no names")
                .isNull();
    }

    private static String day(int day) {
        return LocalDate.of(2024, 1, 1).plusDays(day).toString();
    }

    private static @Nullable String group(IntFunction<String> date, IntFunction<String> store, @Nullable String group) {
        var stores = cells(store);
        var table = new TableData(
                DatasetVersionId.next(),
                "hash",
                ROWS,
                List.of(column("date", ROWS), column("store", (int)
                        Stream.of(stores).distinct().count())),
                Map.of("date", cells(date), "store", stores),
                path -> new byte[0]);
        var columns = table.columns().stream().collect(Collectors.toMap(ColumnInfo::name, Function.identity()));
        return new PanelPlanner(new OneTable(table), table.version(), columns)
                .parted(
                        new SplitSpec(null, group, null, 0.2, 0.2, 1).over(new WindowSpec(10, 5, 1, "date")),
                        Set.of("sales"))
                .groupColumn();
    }

    private static String[] cells(IntFunction<String> cell) {
        return IntStream.range(0, ROWS).mapToObj(cell).toArray(String[]::new);
    }

    private static ColumnInfo column(String name, int distinct) {
        return new ColumnInfo(
                name,
                0,
                ColumnModality.CATEGORICAL,
                ColumnRole.INPUT,
                "",
                0,
                distinct,
                Map.of(),
                null,
                null,
                null,
                false,
                null,
                null,
                List.of());
    }
}
