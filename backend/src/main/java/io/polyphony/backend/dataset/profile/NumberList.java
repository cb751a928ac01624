package io.polyphony.backend.dataset.profile;

import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/** Cells that hold many numbers: a time series, or an embedding made elsewhere. */
final class NumberList {
    private static final String BETWEEN = " \t\r\n,;[]()|";
    /** Letters, too, of which words for a step that nobody knows are made. */
    private static final String OF_NUMBERS = "0123456789.+-eEnulaNULA";

    private static final Set<String> UNKNOWN = Set.of("nan", "null", "na");

    private NumberList() {}

    /**
     * How many numbers the cell lists, with blanks, commas, semicolons, bars or brackets between them, those that nobody knows (nan, null)
     * among them; 0 where anything else stands there, and where fewer than half are known.
     */
    static int length(String cell) {
        for (var i = 0; i < cell.length(); i++) {
            var letter = cell.charAt(i);
            if (OF_NUMBERS.indexOf(letter) < 0 && BETWEEN.indexOf(letter) < 0) {
                return 0;
            }
        }
        var tokens = new StringTokenizer(cell, BETWEEN);
        var count = tokens.countTokens();
        var unknown = 0;
        while (tokens.hasMoreTokens()) {
            var token = tokens.nextToken();
            if (UNKNOWN.contains(token.toLowerCase(Locale.ROOT))) {
                unknown++;
            } else if (!isNumber(token)) {
                return 0;
            }
        }
        return 2 * unknown > count ? 0 : count;
    }

    private static boolean isNumber(String token) {
        try {
            return Double.isFinite(Double.parseDouble(token));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
