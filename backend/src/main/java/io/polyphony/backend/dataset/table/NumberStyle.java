package io.polyphony.backend.dataset.table;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How people write the numbers of a column, and the way from there to digits with a point. */
enum NumberStyle implements CellStyle {
    /** As computers write them; also of columns of anything else. */
    PLAIN("(?!)", "(?!)"),
    /** 1,234.50 or $12.50 or 7 %. */
    GROUPED(",", "\\."),
    /** 1.234,50 or 12,50 EUR. */
    COMMA("\\.", ",");

    private static final String BLANK = "[ \u00a0\u202f]?";
    private static final String UNIT = "(?:[$€£¥%]|USD|EUR|GBP|CHF)";

    private final Pattern number;
    private final String group;

    NumberStyle(String group, String decimal) {
        this.group = "(?:" + group + "|['’\u00a0\u202f])";
        number = Pattern.compile(
                "(?:%s%s)?([+-]?)(?:%s%s)?([1-9]\\d{0,2}(?:%s\\d{3})+|\\d*)(?:%s(\\d+))?((?:[eE][+-]?\\d+)?)(?:%s%s)?"
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
