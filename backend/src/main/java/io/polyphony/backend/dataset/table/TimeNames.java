package io.polyphony.backend.dataset.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Columns whose names say that their numbers are points in time. */
final class TimeNames {
    private static final Set<String> TIMES = Set.of(
            "time",
            "timestamp",
            "datetime",
            "date",
            "day",
            "epoch",
            "unix",
            "unixtime",
            "ts",
            "dt",
            "dateint",
            "datum",
            "zeit",
            "at");
    /** Such as in elapsed_time: how long something took. */
    private static final Set<String> SPANS = Set.of(
            "elapsed",
            "duration",
            "took",
            "spent",
            "cpu",
            "run",
            "running",
            "wait",
            "waiting",
            "response",
            "travel",
            "cost");

    private TimeNames() {}

    /** Whether one of its words does. */
    static boolean isTime(String name) {
        var words = Arrays.asList(name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}]+"));
        return words.stream().anyMatch(TIMES::contains) && words.stream().noneMatch(SPANS::contains);
    }
}
