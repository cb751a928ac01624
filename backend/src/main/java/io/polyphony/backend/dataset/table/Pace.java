package io.polyphony.backend.dataset.table;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How far apart the steps of a series are. */
record Pace(long amount, ChronoUnit unit) {
    private static final Pattern COUNTED = Pattern.compile("(\\d{1,6})_(second|minute|hour|day|week|month|year)s?");
    private static final Map<String, Pace> NAMED = Map.of(
            "yearly", new Pace(1, ChronoUnit.YEARS),
            "quarterly", new Pace(3, ChronoUnit.MONTHS),
            "monthly", new Pace(1, ChronoUnit.MONTHS),
            "weekly", new Pace(1, ChronoUnit.WEEKS),
            "daily", new Pace(1, ChronoUnit.DAYS),
            "hourly", new Pace(1, ChronoUnit.HOURS),
            "half_hourly", new Pace(30, ChronoUnit.MINUTES),
            "minutely", new Pace(1, ChronoUnit.MINUTES),
            "secondly", new Pace(1, ChronoUnit.SECONDS));

    /** As {@code monthly} or {@code 10_minutes} say; empty for other words. */
    static Optional<Pace> of(String words) {
        var counted = COUNTED.matcher(words.strip());
        return counted.matches()
                ? Optional.of(new Pace(
                        Long.parseLong(counted.group(1)),
                        ChronoUnit.valueOf(counted.group(2).toUpperCase(Locale.ROOT) + "S")))
                : Optional.ofNullable(NAMED.get(words.strip()));
    }

    /** When a step is, as ISO 8601 writes it: a day, with a time where several steps fall on one. */
    String date(LocalDateTime first, int step) {
        var time = first.plus(step * amount, unit);
        return unit.compareTo(ChronoUnit.DAYS) < 0
                ? time.toString()
                : time.toLocalDate().toString();
    }
}
