package io.polyphony.backend.dataset.table;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates with the month's name, in English and in the languages whose names for months contradict none of these: 05 May 2023, May 5, 2023,
 * 5-May-23, 5. Mai 2023, Fri, 05 May 2023 14:30:00 GMT, 05/May/2023:14:30:00 +0000, May 2023 (its first day).
 */
record NamedMonths() implements CellStyle {
    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.of("es"),
            Locale.ITALIAN,
            Locale.of("nl"),
            Locale.of("pt"));
    private static final Map<String, Month> MONTHS = months();

    private static final String WEEKDAY = "(?:\\p{L}{2,10}\\.?,? )?";
    private static final String NAME = "(?<month>\\p{L}{3,10})\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?";
    private static final String YEAR = "(?<year>\\d{4})";
    /** The zone is left out, as it is where dates are digits: what counts is the time of day where it was written. */
    private static final String TIME =
            "(?:(?:,? (?:at )?|[T:])" + ClockTimes.TIME + "(?: ?(?:Z|[A-Z]{3,4}|(?:UTC|GMT)?[+-]\\d{2}:?\\d{2}))?)?";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(WEEKDAY + DAY + "(?: ?[-/] ?| of | de | )?" + NAME
                    + ",?(?: ?[-/] ?| de | del | )?(?<year>\\d{4}|\\d{2})" + TIME),
            Pattern.compile(WEEKDAY + NAME + "[ -]" + DAY + ",?[ -]" + YEAR + TIME),
            Pattern.compile(
                    WEEKDAY + NAME + " +" + DAY + " " + ClockTimes.TIME + "(?: [A-Z]{3,4}| [+-]\\d{4})? " + YEAR),
            Pattern.compile(YEAR + "[-/ ]" + NAME + "[-/ ]" + DAY + TIME),
            Pattern.compile(
                    "(?<day>)" + NAME + "(?:,? ?| de | ?[-/] ?)" + YEAR + "(?<hour>)(?<minute>)(?<second>)(?<half>)"));

    private static final int CENTURY = 100;
    /** Two digits from here on are a year of the last century, as spreadsheets have it (Excel: 1930 to 2029). */
    private static final int LAST_CENTURY = 30;

    private static Map<String, Month> months() {
        var months = new HashMap<>(Map.of("sept", Month.SEPTEMBER, "mrz", Month.MARCH, "jan", Month.JANUARY));
        for (var language : LANGUAGES) {
            for (var style :
                    List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                for (var month : Month.values()) {
                    months.putIfAbsent(key(month.getDisplayName(style, language)), month);
                }
            }
        }
        return Map.copyOf(months);
    }

    /** In small letters without accents and points. */
    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}.]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether the word is a month's name. */
    static boolean isMonth(String word) {
        return MONTHS.containsKey(key(word));
    }

    @Override
    public String label() {
        return "named-months";
    }

    @Override
    public @Nullable String read(String cell) {
        var text = cell.strip();
        if (text.length() < 7 || text.chars().noneMatch(Character::isLetter)) {
            return null;
        }
        return FORMS.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .map(NamedMonths::date)
                .orElse(null);
    }

    private static @Nullable String date(Matcher form) {
        var month = MONTHS.get(key(form.group("month")));
        if (month == null) {
            return null;
        }
        try {
            var day = form.group("day");
            var date = LocalDate.of(year(form.group("year")), month, day.isEmpty() ? 1 : Integer.parseInt(day));
            var hour = form.group("hour");
            return hour == null || hour.isEmpty()
                    ? date.toString()
                    : date.atTime(ClockTimes.of(form)).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int year(String digits) {
        var year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year + (year < LAST_CENTURY ? 20 * CENTURY : 19 * CENTURY);
    }
}
