package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/** Series as people write them: numbers with blanks, commas or semicolons between them, in brackets or not, channels parted by bars. */
public final class SeriesText {
    private static final String BETWEEN = " \t\r\n,;[]()";
    private static final Set<String> MISSING = Set.of("nan", "null", "na");

    private SeriesText() {}

    /** What of a cell is no number, if anything is. */
    public static Optional<String> stranger(String cell) {
        return channels(cell).stream()
                .flatMap(List::stream)
                .filter(step -> !isMissing(step) && !isNumber(step))
                .findFirst();
    }

    /** The numbers of each channel; NaN where a step is not known, or none. */
    public static List<double[]> numbers(String cell) {
        return channels(cell).stream()
                .map(steps -> steps.stream()
                        .mapToDouble(step -> isMissing(step) || !isNumber(step) ? Double.NaN : Double.parseDouble(step))
                        .toArray())
                .toList();
    }

    /** The steps of each channel. */
    static List<List<String>> channels(String cell) {
        var channels = new ArrayList<List<String>>();
        for (var part : cell.split("\\|")) {
            var steps = new ArrayList<String>();
            var tokens = new StringTokenizer(part, BETWEEN);
            while (tokens.hasMoreTokens()) {
                steps.add(tokens.nextToken());
            }
            if (!steps.isEmpty()) {
                channels.add(steps);
            }
        }
        return channels;
    }

    /** Whether a step is one that nobody knows. */
    static boolean isMissing(String step) {
        return MISSING.contains(step.toLowerCase(Locale.ROOT));
    }

    private static boolean isNumber(String step) {
        try {
            Float.parseFloat(step);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
