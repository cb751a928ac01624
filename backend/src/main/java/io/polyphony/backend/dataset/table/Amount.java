package io.polyphony.backend.dataset.table;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number with what it is of: 12.3 kg, € 5, 37.5°C, 12 km/h, 1,200 SEK.
 *
 * @param number as it is written
 * @param before a currency, or empty
 * @param behind a unit or a currency, or empty
 */
record Amount(String before, String number, String behind) {
    private static final String BLANKS = "[ \u00a0\u202f]*";
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<before>[\\p{Sc}]|[A-Z]{3}|[A-Z]{1,2}\\$|Rs\\.?|kr\\.?)?" + BLANKS
                    + "(?<number>[+\\-\u2212]?[.,]?\\d[\\d.,'’ \u00a0\u202f]*?(?:[eE][+-]?\\d+)?+)(?<=\\d)" + BLANKS
                    + "(?<behind>(?!x\\d)[\\p{L}%‰°µ\\p{Sc}\"″′+][\\p{L}23°²³/·^*.\"-]{0,11}(?: \\p{L}[\\p{L}/]{0,9})?)?");
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");
    private static final int PLURAL = 3;

    /** The amount that a cell is, a bare number included; empty where it is none. */
    static Optional<Amount> of(String cell) {
        var amount = AMOUNT.matcher(cell.strip());
        if (!amount.matches()) {
            return Optional.empty();
        }
        var behind = text(amount.group("behind"));
        return ORDINALS.contains(behind) || NamedMonths.isMonth(behind)
                ? Optional.empty()
                : Optional.of(new Amount(
                        text(amount.group("before")), amount.group("number").replace('\u2212', '-'), behind));
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** Its unit as it is written; empty where it has none. */
    String unit() {
        return before + behind;
    }

    /**
     * What is the same for equal units: without a point, the plural, and the case, but for a first letter m or M, which may be a thousandth
     * or a million.
     */
    static String key(String unit) {
        var bare = unit.endsWith(".") ? unit.substring(0, unit.length() - 1) : unit;
        var single = bare.length() >= PLURAL && bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare;
        return single.startsWith("M")
                ? "M" + single.substring(1).toLowerCase(Locale.ROOT)
                : single.toLowerCase(Locale.ROOT);
    }
}
