package io.polyphony.backend.dataset.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Months and quarters such as 2023-05, 2023/05, 2023M05, 2023-Q2, 2023Q2 or Q2 2023: each becomes its first day. */
record Periods() implements CellStyle {
    private static final Pattern MONTH =
            Pattern.compile("(?<year>(?:1[6-9]|20)\\d{2})(?:[-/]|-?M)(?<month>0[1-9]|1[0-2])");
    private static final Pattern YEAR_QUARTER = Pattern.compile("(?<year>(?:1[6-9]|20)\\d{2})[- ]?Q(?<quarter>[1-4])");
    private static final Pattern QUARTER_YEAR = Pattern.compile("Q(?<quarter>[1-4])[- /]?(?<year>(?:1[6-9]|20)\\d{2})");
    private static final int CENTURY = 100;
    private static final int MONTHS = 3;

    @Override
    public String label() {
        return "period";
    }

    @Override
    public String told() {
        return "months or quarters, as their first days";
    }

    @Override
    public @Nullable String read(String cell) {
        var text = cell.strip();
        var month = MONTH.matcher(text);
        if (month.matches()) {
            return first(month, number(month, "month"));
        }
        for (var pattern : List.of(YEAR_QUARTER, QUARTER_YEAR)) {
            var quarter = pattern.matcher(text);
            if (quarter.matches()) {
                return first(quarter, MONTHS * (number(quarter, "quarter") - 1) + 1);
            }
        }
        return null;
    }

    private static String first(Matcher period, int month) {
        return "%s-%02d-01".formatted(period.group("year"), month);
    }

    private static int number(Matcher period, String group) {
        return Integer.parseInt(period.group(group));
    }

    /** Seasons such as 2010-11 and 2011-12 are two years, no months. */
    @Override
    public boolean fits(List<String> cells) {
        return CellStyle.super.fits(cells) && cells.stream().anyMatch(cell -> read(cell) != null && !isSeason(cell));
    }

    private static boolean isSeason(String cell) {
        var month = MONTH.matcher(cell.strip());
        return month.matches() && (number(month, "year") + 1) % CENTURY == number(month, "month");
    }
}
