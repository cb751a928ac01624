package io.polyphony.backend.dataset.table;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates such as 5/31/2024 2:30 PM or 31-05-24: what they say depends on whether the day or the month comes first, which a single cell may leave
 * open and a column hardly ever does. They become dates as ISO 8601 writes them.
 */
record ShortDates(boolean dayFirst) implements CellStyle {
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4}|\\d{2})"
            + "(?:(?:, ?|[ T])(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([AaPp])\\.?[Mm]\\.?)?)?");

    private static final int CENTURY = 100;
    /** Two digits from here on are a year of the last century, as spreadsheets have it (Excel: 1930 to 2029). */
    private static final int LAST_CENTURY = 30;

    private static final int NOON = 12;

    /**
     * The order in which all of these cells are dates. Where both orders will do, as for the first days of months, slashes have the month
     * first and dashes the day.
     */
    static Optional<ShortDates> of(List<String> cells) {
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        boolean dashes = cells.getFirst().indexOf('-') >= 0;
        return Stream.of(new ShortDates(dashes), new ShortDates(!dashes))
                .filter(style -> style.fits(cells))
                .max((one, other) -> Long.compare(one.count(cells), other.count(cells)));
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
            var date = date(matcher);
            return matcher.group(5) == null ? date.toLocalDate().toString() : date.toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private LocalDateTime date(Matcher matcher) {
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(3));
        int year = Integer.parseInt(matcher.group(4));
        if (matcher.group(4).length() == 2) {
            year += year < LAST_CENTURY ? 20 * CENTURY : 19 * CENTURY;
        }
        return LocalDateTime.of(
                year,
                dayFirst ? second : first,
                dayFirst ? first : second,
                hour(number(matcher.group(5)), matcher.group(8)),
                number(matcher.group(6)),
                number(matcher.group(7)));
    }

    private static int hour(int said, @Nullable String half) {
        return half == null ? said : said % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
