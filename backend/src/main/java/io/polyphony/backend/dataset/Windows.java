package io.polyphony.backend.dataset;

import io.polyphony.backend.common.Invalid;
import io.polyphony.engine.data.DateText;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The windows of a table whose rows are steps of time, parted by time: train first, then validation, then test. All that a
 * window asks for lies in one part; what it sees lies in that part or an earlier one. Where there are several series, columns tell
 * them apart, and each has windows of its own.
 *
 * @param order the table's rows, series by series, oldest first
 * @param moments for each window, the place in that order of the first step that it asks for
 * @param split which windows train, which judge and which are sealed for the test
 */
@SuppressWarnings("ArrayRecordComponent")
public record Windows(int[] order, int[] moments, SplitIndices split) {

    /**
     * The windows of a table.
     *
     * @param spec one with windows
     * @throws Invalid when a part would have no window
     */
    public static Windows of(TableData table, SplitSpec spec) {
        var windows = Objects.requireNonNull(spec.windows());
        var order = order(table, spec.seriesColumns(), windows.timeColumn());
        var parts = TimeParts.of(table, spec, order);
        var moments = IntStream.rangeClosed(windows.lookback(), order.length - windows.horizon())
                .filter(moment -> moment % windows.stride() == 0 && parts.fits(moment, windows))
                .toArray();
        var split = new SplitIndices(
                of(SplitPart.TRAIN, moments, parts, windows),
                of(SplitPart.VALIDATION, moments, parts, windows),
                of(SplitPart.TEST, moments, parts, windows));
        return new Windows(order, moments, split);
    }

    /** By window: those of equal number begin within one horizon, so that they ask for nearly the same steps. */
    public int[] clusters(WindowSpec spec) {
        return IntStream.of(moments).map(moment -> moment / spec.horizon()).toArray();
    }

    /** A column's numbers in the order of time. */
    public double[] ordered(double[] numbers) {
        return IntStream.of(order).mapToDouble(row -> numbers[row]).toArray();
    }

    /** By window, the table's row so many steps from the first that it asks for on; negative for those before. */
    public int[] rows(int step) {
        return IntStream.of(moments).map(moment -> order[moment + step]).toArray();
    }

    /** The table's rows, oldest first, whatever series they are of. */
    public static int[] inTime(TableData table, String timeColumn) {
        return order(table, List.of(), timeColumn);
    }

    /** Series by series, then by date or number; rows of equal date, or without one, stay as they are. */
    private static int[] order(TableData table, List<String> seriesColumns, @Nullable String timeColumn) {
        return IntStream.range(0, table.rows())
                .boxed()
                .sorted(by(table, seriesColumns).thenComparing(byTime(table, timeColumn)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Comparator<Integer> by(TableData table, List<String> columns) {
        Comparator<Integer> all = (_, _) -> 0;
        for (var column : columns) {
            var cells = table.texts(column);
            all = all.thenComparing(row -> cells[row], Comparator.nullsLast(Comparator.naturalOrder()));
        }
        return all;
    }

    private static Comparator<Integer> byTime(TableData table, @Nullable String column) {
        if (column == null || table.column(column).numbers() == null) {
            return column == null ? (_, _) -> 0 : byDate(table.texts(column));
        }
        var numbers = table.numbers(column);
        return Comparator.comparingDouble(row -> numbers[row]);
    }

    private static Comparator<Integer> byDate(@Nullable String[] cells) {
        var dates = Stream.of(cells).map(Windows::date).toArray(LocalDateTime[]::new);
        return Comparator.comparing(row -> dates[row], Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private static @Nullable LocalDateTime date(@Nullable String cell) {
        return cell == null ? null : DateText.date(cell).orElse(null);
    }

    private static int[] of(SplitPart part, int[] moments, TimeParts parts, WindowSpec windows) {
        var found = IntStream.range(0, moments.length)
                .filter(window -> parts.at(moments[window]) == part)
                .toArray();
        if (found.length == 0) {
            throw Invalid.field(
                    "/split",
                    "No window is left for %s: it has %d rows, and a window asks for %d steps after %d that it sees.%nMaybe a shorter horizon or lookback, or more rows."
                            .formatted(
                                    part.name().toLowerCase(Locale.ROOT),
                                    parts.count(part),
                                    windows.horizon(),
                                    windows.lookback()));
        }
        return found;
    }
}
