package io.polyphony.backend.dataset.profile;

import java.util.StringTokenizer;

/** Cells that hold many numbers: a time series, or an embedding made elsewhere. */
final class NumberList {
    private static final String BETWEEN = " \t\r\n,;[]()|";
    private static final String OF_NUMBERS = "0123456789.+-eE";

    private NumberList() {}

    /** How many numbers the cell lists, with blanks, commas, semicolons, bars or brackets between them; 0 where anything else stands there. */
    static int length(String cell) {
        for (var i = 0; i < cell.length(); i++) {
            var letter = cell.charAt(i);
            if (OF_NUMBERS.indexOf(letter) < 0 && BETWEEN.indexOf(letter) < 0) {
                return 0;
            }
        }
        var tokens = new StringTokenizer(cell, BETWEEN);
        var count = tokens.countTokens();
        while (tokens.hasMoreTokens()) {
            if (!isNumber(tokens.nextToken())) {
                return 0;
            }
        }
        return count;
    }

    private static boolean isNumber(String token) {
        try {
            return Double.isFinite(Double.parseDouble(token));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
