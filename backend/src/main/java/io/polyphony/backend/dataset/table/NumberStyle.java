package io.polyphony.backend.dataset.table;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How people write the numbers of a column, and the way from there to digits with a point. Brackets around a number or a minus
 * behind it make it negative, as accountants write it.
 */
enum NumberStyle implements CellStyle {
    /** As computers write them; also of columns of anything else. */
    PLAIN("(?!)", "(?!)"),
    /** 1,234.50 or $12.50 or 7 % or (12.50). */
    GROUPED(",", "\\."),
    /** 1.234,50 or 1 234,50 or 12,50 EUR or 12,50-. */
    COMMA("\\.", ",");

    private static final String BLANK = "[ \u00a0\u202f]?";
    private static final String UNIT = "(?:[$€£¥%]|USD|EUR|GBP|CHF)";
    private static final Pattern BLANK_GROUPS = Pattern.compile(".*\\d \\d{3}(?!\\d).*");
    private static final Pattern DECIMALS = Pattern.compile(".*\\d[.,]\\d+\\D*");

    private final Pattern number;
    private final String group;

    NumberStyle(String group, String decimal) {
        this.group = "(?:" + group + "|['’ \u00a0\u202f])";
        number = Pattern.compile(
                "(?:%s%s)?([+-]?)(?:%s%s)?([1-9]\\d{0,2}(%s)\\d{3}(?:\\3\\d{3})*|\\d*)(?:%s(\\d+))?((?:[eE][+-]?\\d+)?)(?:%s%s)?"
                        .formatted(UNIT, BLANK, UNIT, BLANK, this.group, decimal, BLANK, UNIT));
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable String read(String cell) {
        if (this == PLAIN) {
            return isPlain(cell) ? cell : null;
        }
        var text = cell.strip().replace('\u2212', '-');
        var owed = unsigned(text);
        var plain = digits(owed == null ? text : owed);
        if (owed == null || plain == null) {
            return plain;
        }
        return plain.startsWith("-") || plain.startsWith("+") ? null : "-" + plain;
    }

    /** What is inside of brackets or before a minus; null where there are none. */
    private static @Nullable String unsigned(String text) {
        int last = text.length() - 1;
        if (last < 1) {
            return null;
        }
        if (text.charAt(0) == '(' && text.charAt(last) == ')') {
            return text.substring(1, last).strip();
        }
        return text.charAt(last) == '-' ? text.substring(0, last).strip() : null;
    }

    private @Nullable String digits(String text) {
        var matcher = number.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        var part = matcher.group(4) == null ? "" : "." + matcher.group(4);
        var plain = matcher.group(1) + matcher.group(2).replaceAll(group, "") + part + matcher.group(5);
        return isPlain(plain) ? plain : null;
    }

    /** Cells such as 123 456 may be lists of two numbers as well: only where others have decimals or no blank are they one. */
    @Override
    public boolean fits(List<String> cells) {
        return CellStyle.super.fits(cells)
                && (cells.isEmpty() || cells.stream().anyMatch(cell -> read(cell) != null && !maybeList(cell)));
    }

    private static boolean maybeList(String cell) {
        return BLANK_GROUPS.matcher(cell).matches() && !DECIMALS.matcher(cell).matches();
    }

    private static boolean isPlain(String cell) {
        return Double.isFinite(Numbers.parse(cell));
    }
}
