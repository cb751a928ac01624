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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
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

    /** Four rows a day: two shops with two items each. */
    private static final IntFunction<String> FOUR_A_DAY = row -> day(row / 4);

    @Test
    void series_may_be_told_apart_by_several_columns_together() {
        var cells = new LinkedHashMap<String, IntFunction<String>>();
        cells.put("weather", row -> row / 4 % 2 == 0 ? "calm" : "windy");
        cells.put("region", row -> "region" + row % 2);
        cells.put("shop", row -> "shop" + row % 2);
        cells.put("item", row -> "item" + row / 2 % 2);
        var split = parted(FOUR_A_DAY, cells, null);
        assertThat(split.groupColumn()).isNull();
        assertThat(split.seriesColumns()).as("a shop is in one region").containsExactly("region", "item");
        assertThat(planner(FOUR_A_DAY, cells).rowsOfOne(split)).isEqualTo(ROWS / 4);
    }

    /** Four series of thirty days each, of which two lie in the same month. */
    @Test
    void series_that_share_few_dates_are_told_apart_too() {
        IntFunction<String> months = row -> day(row < 60 ? row % 30 : row);
        assertThat(group(months, row -> "shop" + row / 30, null)).isEqualTo("store");
        assertThat(group(months, row -> "weather" + (row * 7 + row / 30) % 8, null))
                .as("eight days lie between two of a kind")
                .isNull();
    }

    /** The shop alone parts most; what the amount says beside it is chance. */
    @Test
    void columns_that_make_more_series_than_a_date_has_rows_tell_none_apart() {
        var cells = Map.<String, IntFunction<String>>of(
                "shop", row -> "shop" + row % 2, "amount", row -> "amount" + (row * row + row / 3) % 7);
        var split = parted(FOUR_A_DAY, cells, null);
        assertThat(split.seriesColumns()).isEmpty();
        assertThat(planner(FOUR_A_DAY, cells).rowsOfOne(split)).isEqualTo(ROWS);
    }

    @Test
    void a_group_that_is_named_stays() {
        var region = Map.<String, IntFunction<String>>of("region", row -> "region" + row % 3);
        assertThat(parted(THREE_A_DAY, region, "region").seriesColumns()).containsExactly("region");
    }

    @Test
    void a_group_that_holds_several_series_is_parted_further() {
        var cells = new LinkedHashMap<String, IntFunction<String>>();
        cells.put("shop", row -> "shop" + row % 2);
        cells.put("item", row -> "item" + row / 2 % 2);
        var split = parted(FOUR_A_DAY, cells, "shop");
        assertThat(split.groupColumn()).isEqualTo("shop");
        assertThat(split.seriesColumns()).containsExactly("shop", "item");
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
        return parted(date, Map.of("store", store), group).groupColumn();
    }

    private static SplitSpec parted(
            IntFunction<String> date, Map<String, IntFunction<String>> cells, @Nullable String group) {
        return planner(date, cells)
                .parted(
                        new SplitSpec(null, group, null, 0.2, 0.2, 1).over(new WindowSpec(10, 5, 1, "date")),
                        Set.of("sales"));
    }

    private static PanelPlanner planner(IntFunction<String> date, Map<String, IntFunction<String>> cells) {
        var texts = new LinkedHashMap<String, String[]>();
        texts.put("date", cells(date));
        cells.forEach((name, cell) -> texts.put(name, cells(cell)));
        var columns = new LinkedHashMap<String, ColumnInfo>();
        texts.forEach((name, words) ->
                columns.put(name, column(name, (int) Stream.of(words).distinct().count())));
        var table = new TableData(
                DatasetVersionId.next(), "hash", ROWS, List.copyOf(columns.values()), texts, path -> new byte[0]);
        return new PanelPlanner(new OneTable(table), table.version(), columns);
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
