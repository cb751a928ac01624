package io.polyphony.backend.dataset.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates such as 5/31/2024 2:30 PM or 31-05-24 or 31.05.24: what they say depends on whether the day or the month comes first, which a single cell may leave
 * open and a column hardly ever does. They become dates as ISO 8601 writes them.
 */
record ShortDates(boolean dayFirst) implements CellStyle {
    private static final Pattern DATE = Pattern.compile(
            "(?:(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4}|\\d{2})|(\\d{2})\\.(\\d{2})\\.(\\d{2}))(?:(?:, ?|[ T])"
                    + ClockTimes.TIME + ")?");

    /** What is told of a column that has both orders. */
    static final String MIXED =
            "in some dates the day comes first, in others the month; those that fit neither count as missing. Maybe write them as 2024-05-31";

    private static final int CENTURY = 100;
    /** Two digits from here on are a year of the last century, as spreadsheets have it (Excel: 1930 to 2029). */
    private static final int LAST_CENTURY = 30;

    /**
     * The order in which all of these cells are dates. Where both orders will do, as for the first days of months, slashes have the month
     * first, dashes and points the day, unless other columns of the file tell.
     *
     * @param likelier what other columns tell; null if nothing
     */
    static Optional<ShortDates> of(List<String> cells, @Nullable ShortDates likelier) {
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        boolean first = likelier == null ? cells.getFirst().indexOf('/') < 0 : likelier.dayFirst;
        return Stream.of(new ShortDates(first), new ShortDates(!first))
                .filter(style -> style.fits(cells))
                .max((one, other) -> Long.compare(one.count(cells), other.count(cells)));
    }

    /** Whether no cell tells the order: read the other way round, as many are dates. */
    boolean open(List<String> cells) {
        return new ShortDates(!dayFirst).count(cells) == count(cells);
    }

    /** Whether some cells are dates this way only, and others the other way round only. */
    boolean contradicted(List<String> cells) {
        var other = new ShortDates(!dayFirst);
        return cells.stream().anyMatch(cell -> read(cell) == null && other.read(cell) != null)
                && cells.stream().anyMatch(cell -> read(cell) != null && other.read(cell) == null);
    }

    /** Whether nearly all cells are dates, but some in this order and some in the other. */
    static boolean isMixed(List<String> cells) {
        var day = new ShortDates(true);
        var month = new ShortDates(false);
        return !cells.isEmpty()
                && cells.stream()
                                .filter(cell -> day.read(cell) != null || month.read(cell) != null)
                                .count()
                        >= MOST * cells.size();
    }

    /** What is told of a column that leaves the order open. */
    String open() {
        return "no date tells whether the day or the month comes first; the %s is taken to. Maybe write them as 2024-05-31"
                .formatted(dayFirst ? "day" : "month");
    }

    private long count(List<String> cells) {
        return cells.stream().filter(cell -> read(cell) != null).count();
    }

    @Override
    public String label() {
        return dayFirst ? "day-first" : "month-first";
    }

    @Override
    public @Nullable String read(String cell) {
        var matcher = DATE.matcher(cell.strip());
        if (!matcher.matches()) {
            return null;
        }
        try {
            var date = matcher.group(1) == null ? date(matcher, 5, 6, 7) : date(matcher, 1, 3, 4);
            return matcher.group("hour") == null
                    ? date.toString()
                    : date.atTime(ClockTimes.of(matcher)).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private LocalDate date(Matcher matcher, int first, int second, int last) {
        int year = Integer.parseInt(matcher.group(last));
        if (matcher.group(last).length() == 2) {
            year += year < LAST_CENTURY ? 20 * CENTURY : 19 * CENTURY;
        }
        return LocalDate.of(
                year,
                Integer.parseInt(matcher.group(dayFirst ? second : first)),
                Integer.parseInt(matcher.group(dayFirst ? first : second)));
    }
}
