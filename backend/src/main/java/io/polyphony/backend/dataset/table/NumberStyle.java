package io.polyphony.backend.dataset.table;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How people write the numbers of a column, and the way from there to digits with a point. */
enum NumberStyle {
    /** As computers write them; also of columns of anything else. */
    PLAIN("(?!)", "(?!)"),
    /** 1,234.50 or $12.50 or 7 %. */
    GROUPED(",", "\\."),
    /** 1.234,50 or 12,50 EUR. */
    COMMA("\\.", ",");

    /** So many cells of a column must be numbers in its style: notes among them stay as they are. */
    private static final double MOST = 0.9;

    private static final String BLANK = "[ \u00a0\u202f]?";
    private static final String UNIT = "(?:[$€£¥%]|USD|EUR|GBP|CHF)";

    private final Pattern number;
    private final String group;

    NumberStyle(String group, String decimal) {
        this.group = "(?:" + group + "|['’\u00a0\u202f])";
        number = Pattern.compile(
                "(?:%s%s)?([+-]?)(?:%s%s)?(\\d{1,3}(?:%s\\d{3})+|\\d*)(?:%s(\\d+))?((?:[eE][+-]?\\d+)?)(?:%s%s)?"
                        .formatted(UNIT, BLANK, UNIT, BLANK, this.group, decimal, BLANK, UNIT));
    }

    /** The cell as {@link Numbers#parse} reads it, or unchanged where it is no number in this style. */
    String plain(String cell) {
        var plain = read(cell);
        return plain == null ? cell : plain;
    }

    /** Whether these cells, none of them missing, are numbers in this style. */
    boolean fits(List<String> cells) {
        return cells.stream().filter(cell -> read(cell) != null).count() >= MOST * cells.size();
    }

    private @Nullable String read(String cell) {
        if (this == PLAIN) {
            return isPlain(cell) ? cell : null;
        }
        var matcher = number.matcher(cell.strip());
        if (!matcher.matches()) {
            return null;
        }
        var part = matcher.group(3) == null ? "" : "." + matcher.group(3);
        var plain = matcher.group(1) + matcher.group(2).replaceAll(group, "") + part + matcher.group(4);
        return isPlain(plain) ? plain : null;
    }

    private static boolean isPlain(String cell) {
        return Double.isFinite(Numbers.parse(cell));
    }
}
