package io.polyphony.backend.dataset.table;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times of day and durations such as 14:30, 2:30 PM, 14:30:05.25 or 27:15, which become hours. Whether 1:30 are hours and minutes or
 * minutes and seconds makes no difference to a network but one of scale.
 */
record ClockTimes() implements CellStyle {
    /** A time of day in other styles' cells; its groups are read by {@link #of}. */
    static final String TIME =
            "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?(?: ?(?<half>[AaPp])\\.?[Mm]\\.?)?";

    private static final Pattern CLOCK = Pattern.compile(
            "(?<hour>\\d{1,3}):(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d)(?<fraction>[.,]\\d{1,9})?)?(?: ?(?<half>[AaPp])\\.?[Mm]\\.?)?");
    private static final int NOON = 12;
    private static final double MINUTES = 60;
    private static final double SECONDS = 3600;

    /**
     * The time that {@link #TIME} matched; midnight where it matched nothing.
     *
     * @throws java.time.DateTimeException where there is no such time
     */
    static LocalTime of(Matcher time) {
        return time.group("hour") == null
                ? LocalTime.MIDNIGHT
                : LocalTime.of(
                        hour(number(time.group("hour")), time.group("half")),
                        number(time.group("minute")),
                        number(time.group("second")));
    }

    private static int hour(int said, @Nullable String half) {
        return half == null ? said : said % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public String label() {
        return "clock";
    }

    @Override
    public String told() {
        return "times as hours, such as 14.5 for 14:30";
    }

    @Override
    public @Nullable String read(String cell) {
        var clock = CLOCK.matcher(cell.strip());
        if (!clock.matches()) {
            return null;
        }
        var half = clock.group("half");
        var hour = number(clock.group("hour"));
        if (half != null && (hour == 0 || hour > NOON)) {
            return null;
        }
        var fraction = clock.group("fraction");
        var seconds = number(clock.group("second"))
                + (fraction == null ? 0 : Double.parseDouble("0." + fraction.substring(1)));
        return Double.toString(hour(hour, half) + number(clock.group("minute")) / MINUTES + seconds / SECONDS);
    }
}
