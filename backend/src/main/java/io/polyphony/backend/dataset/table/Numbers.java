package io.polyphony.backend.dataset.table;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cells as numbers and as missing values; no exceptions on the hot path. */
public final class Numbers {
    private static final Set<String> MISSING = Set.of("na", "n/a", "nan", "null", "#n/a", "#na");
    /** Which are words elsewhere: a class may be called none, a review may be a question mark. */
    private static final Set<String> MISSING_NUMBERS = Set.of(
            "?",
            "*",
            ".",
            "-",
            "--",
            "none",
            "nil",
            "missing",
            "unknown",
            "inf",
            "-inf",
            "infinity",
            "-infinity",
            "<na>",
            "nat",
            "n.a.",
            "n.d.",
            "n/d",
            "nd",
            "k.a.",
            "tbd",
            "#div/0!",
            "#value!",
            "#ref!",
            "#num!",
            "#name?");

    private static final int LONGEST_MISSING = 4;

    private Numbers() {}

    /** Whether the cell stands for "no value": blank, NA, N/A, NaN, NULL, #N/A in any case. */
    public static boolean isMissing(@Nullable String cell) {
        if (cell == null || cell.isBlank()) {
            return true;
        }
        return cell.length() <= LONGEST_MISSING + 2
                && MISSING.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether the cell stands for "no value" where the others of its column are numbers, as ? and - do. */
    public static boolean isMissingNumber(String cell) {
        return isMissing(cell) || MISSING_NUMBERS.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** The cell as a finite decimal number with a point, or NaN where it is none. */
    public static double parse(@Nullable String cell) {
        if (cell == null) {
            return Double.NaN;
        }
        var text = cell.strip();
        if (!looksNumeric(text)) {
            return Double.NaN;
        }
        var value = Double.parseDouble(text);
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static boolean looksNumeric(String text) {
        var at = digits(text, skipSign(text, 0));
        var digits = at - skipSign(text, 0);
        if (at < text.length() && text.charAt(at) == '.') {
            var end = digits(text, at + 1);
            digits += end - at - 1;
            at = end;
        }
        return digits > 0 && isExponent(text, at);
    }

    private static boolean isExponent(String text, int at) {
        if (at == text.length()) {
            return true;
        }
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        var start = skipSign(text, at + 1);
        return start < text.length() && digits(text, start) == text.length();
    }

    private static int skipSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
