package io.polyphony.engine.data;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people and programs write them, where there is one way to read them: the year first, as ISO 8601 has it, also with slashes
 * or points (2024-05-31, 2024/5/31), or day, month and year between points (31.05.2024); each with a time of day or without. Dates
 * such as 03/04/2024 are none: some read a day in March, others in April.
 */
public final class DateText {
    private static final String TIME = "(?:(?:[T ]|, ?)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?";
    /** It is left out: what counts is the time of day and the weekday where it was written. */
    private static final String ZONE = " ?(?:Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?";

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})" + TIME + ZONE);
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>\\d{1,2})(\\.)(?<month>\\d{1,2})\\.(?<year>\\d{4})" + TIME + ZONE);

    private DateText() {}

    /** The date, at midnight where no time is told; empty where the text is none. A fraction of a second is left out. */
    public static Optional<LocalDateTime> date(String text) {
        var plain = text.strip();
        return matched(YEAR_FIRST.matcher(plain)).or(() -> matched(DAY_FIRST.matcher(plain)));
    }

    private static Optional<LocalDateTime> matched(Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                    Integer.parseInt(matcher.group("year")),
                    Integer.parseInt(matcher.group("month")),
                    Integer.parseInt(matcher.group("day")),
                    number(matcher.group(5)),
                    number(matcher.group(6)),
                    number(matcher.group(7))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
