package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.testing.OneTable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final int ROWS = 100;

    @Test
    void windows_that_ask_for_the_same_steps_belong_together() {
        var spec = new WindowSpec(10, 5, 1, null);
        var clusters = windows(null, null, null, spec).clusters(spec);
        assertThat(clusters).startsWith(2, 2, 2, 2, 2, 3, 3);
    }

    @Test
    void parts_follow_each_other_and_no_target_crosses_a_border() {
        var windows = windows(null, null, null, new WindowSpec(10, 5, 1, null));
        assertThat(moments(windows, windows.split().train())).isEqualTo(range(10, 55));
        assertThat(moments(windows, windows.split().validation())).isEqualTo(range(60, 75));
        assertThat(moments(windows, windows.split().test())).isEqualTo(range(80, 95));
    }

    @Test
    void dates_order_the_rows() {
        var windows = windows(
                null,
                null,
                i -> "2024-01-%02d %02d:00".formatted(1 + (99 - i) / 24, (99 - i) % 24),
                new WindowSpec(10, 5, 1, "time"));
        assertThat(windows.order()).startsWith(99, 98, 97);
        assertThat(windows.ordered(IntStream.range(0, ROWS).asDoubleStream().toArray()))
                .startsWith(99, 98, 97);
    }

    /** By their letters the first of all months would come first. */
    @Test
    void dates_with_the_day_first_order_the_rows_as_the_calendar_does() {
        var windows = windows(
                null,
                null,
                i -> LocalDate.of(2024, 1, 1).plusDays(99 - i).format(DateTimeFormatter.ofPattern("dd.MM.yyyy")),
                new WindowSpec(10, 5, 1, "time"));
        assertThat(windows.order())
                .isEqualTo(IntStream.range(0, ROWS).map(i -> 99 - i).toArray());
    }

    @Test
    void numbers_order_the_rows_by_their_value() {
        var numbers = new NumberStats(0, 99, 49.5, 28.9, true, 0, new Histogram(0, 99, List.of()), List.of());
        var table = new TableData(
                DatasetVersionId.next(),
                "hash",
                ROWS,
                List.of(column("step", 0, numbers)),
                Map.of("step", cells(i -> String.valueOf(99 - i))),
                path -> new byte[0]);
        var spec = new SplitSpec(null, null, null, 0.2, 0.2, 1).over(new WindowSpec(10, 5, 1, "step"));
        assertThat(Windows.of(table, spec).order()).startsWith(99, 98, 97).endsWith(1, 0);
    }

    @Test
    void groups_are_series_of_their_own() {
        var windows = windows(null, i -> "shop" + i % 2, null, new WindowSpec(4, 2, 1, null));
        assertThat(windows.order()).startsWith(0, 2, 4).endsWith(97, 99);
        assertThat(moments(windows, windows.split().train()))
                .isEqualTo(IntStream.concat(IntStream.rangeClosed(4, 28), IntStream.rangeClosed(54, 78))
                        .toArray());
    }

    /** Four series of 25 rows: two words of one column, each with two words of another. */
    @Test
    void several_columns_may_tell_series_apart() {
        var apart = windows(
                null, i -> "shop" + i % 2, i -> "item" + i / 2 % 2, new WindowSpec(4, 2, 1, null, List.of("time")));
        assertThat(apart.order()).startsWith(0, 4, 8).endsWith(91, 95, 99);
        assertThat(moments(apart, apart.split().train()))
                .isEqualTo(IntStream.of(0, 25, 50, 75)
                        .flatMap(begin -> IntStream.rangeClosed(begin + 4, begin + 13))
                        .toArray());
    }

    @Test
    void a_split_column_decides_and_nothing_later_is_seen() {
        IntFunction<@Nullable String> words = i -> i < 30 ? "test" : i < 40 ? null : i < 70 ? "train" : "valid";
        var windows = windows(words, null, null, new WindowSpec(5, 5, 1, null));
        // The first train rows do not see the test rows; rows that belong nowhere may be seen.
        assertThat(moments(windows, windows.split().train())).isEqualTo(range(40, 65));
        assertThat(moments(windows, windows.split().test())).isEqualTo(range(5, 25));
        assertThat(moments(windows, windows.split().validation())).isEqualTo(range(70, 95));
    }

    @Test
    void strides_leave_windows_out() {
        var windows = windows(null, null, null, new WindowSpec(10, 5, 5, null));
        assertThat(moments(windows, windows.split().test())).containsExactly(80, 85, 90, 95);
    }

    @Test
    void a_part_without_a_window_is_named() {
        assertThatThrownBy(() -> windows(null, null, null, new WindowSpec(10, 25, 1, null)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("validation")
                .hasMessageContaining("20 rows")
                .hasMessageContaining("25 steps");
    }

    private static int[] range(int from, int to) {
        return IntStream.rangeClosed(from, to).toArray();
    }

    private static int[] moments(Windows windows, int[] part) {
        return Arrays.stream(part).map(window -> windows.moments()[window]).toArray();
    }

    private static Windows windows(
            @Nullable IntFunction<@Nullable String> split,
            @Nullable IntFunction<@Nullable String> group,
            @Nullable IntFunction<@Nullable String> time,
            WindowSpec spec) {
        var table = new TableData(
                DatasetVersionId.next(),
                "hash",
                ROWS,
                List.of(column("split", 0), column("group", 1), column("time", 2)),
                Map.of("split", cells(split), "group", cells(group), "time", cells(time)),
                path -> new byte[0]);
        return Windows.of(
                table,
                new SplitSpec(split == null ? null : "split", group == null ? null : "group", null, 0.2, 0.2, 1)
                        .over(spec));
    }

    private static @Nullable String[] cells(@Nullable IntFunction<@Nullable String> cell) {
        var cells = new @Nullable String[ROWS];
        for (var i = 0; i < ROWS; i++) {
            cells[i] = cell == null ? "" : cell.apply(i);
        }
        return cells;
    }

    private static ColumnInfo column(String name, int position) {
        return column(name, position, null);
    }

    private static ColumnInfo column(String name, int position, @Nullable NumberStats numbers) {
        return OneTable.column(name, position, ColumnModality.CATEGORICAL, ColumnRole.INPUT, numbers);
    }
}
