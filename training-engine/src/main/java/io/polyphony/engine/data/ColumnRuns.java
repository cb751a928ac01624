package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Columns of a table that are steps of one measurement, as their names say: {@code t0, t1, ...}, {@code pixel0, pixel1, ...} or numbers
 * alone. Several such runs of equal length are channels of one.
 */
public final class ColumnRuns {
    /** Shorter ones are rather a list of measurements that somebody numbered. */
    private static final int SHORTEST = 32;

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,6})");

    private record Step(long number, String name) {}

    private ColumnRuns() {}

    /**
     * The longest runs, by step; nothing where there is none.
     *
     * @param names in the order of the table. Some numbers may be missing, such as those of columns that are the same in every row, but not
     *     most
     */
    public static List<List<String>> of(List<String> names) {
        var stems = new LinkedHashMap<String, List<Step>>();
        for (var name : names) {
            var parts = NUMBERED.matcher(name);
            if (parts.matches()) {
                stems.computeIfAbsent(parts.group(1), _ -> new ArrayList<>())
                        .add(new Step(Long.parseLong(parts.group(2)), name));
            }
        }
        var runs = stems.values().stream()
                .filter(ColumnRuns::isRun)
                .map(steps -> steps.stream().map(Step::name).toList())
                .toList();
        var longest = runs.stream().mapToInt(List::size).max().orElse(0);
        return runs.stream().filter(run -> run.size() == longest).toList();
    }

    private static boolean isRun(List<Step> steps) {
        for (var i = 1; i < steps.size(); i++) {
            if (steps.get(i).number() <= steps.get(i - 1).number()) {
                return false;
            }
        }
        return steps.size() >= SHORTEST
                && steps.getLast().number() - steps.getFirst().number() < 2L * steps.size();
    }
}
