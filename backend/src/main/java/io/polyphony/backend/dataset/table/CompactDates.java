package io.polyphony.backend.dataset.table;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as digits alone, such as 20230520 or 20230520143000 or 20230520T1430Z. */
record CompactDates() implements CellStyle {
    private static final Pattern DATE = Pattern.compile(
            "((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:[T ]?([0-2]\\d)([0-5]\\d)([0-5]\\d)?(?: ?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?)?");
    /** Of numbers with eight digits one in a thousand is a date by chance: so many different ones are none. */
    private static final int CERTAIN = 10;

    @Override
    public String label() {
        return "compact-date";
    }

    @Override
    public boolean readsNumbers() {
        return true;
    }

    @Override
    public @Nullable String read(String cell) {
        var date = DATE.matcher(cell.strip());
        if (!date.matches()) {
            return null;
        }
        try {
            var time = LocalDateTime.of(
                    number(date.group(1)),
                    number(date.group(2)),
                    number(date.group(3)),
                    number(date.group(4)),
                    number(date.group(5)),
                    number(date.group(6)));
            return date.group(4) == null ? time.toLocalDate().toString() : time.toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Whether all cells are, and there are many different ones or the column is named so. */
    boolean certain(String name, List<String> cells) {
        return !cells.isEmpty()
                && cells.stream().allMatch(cell -> read(cell) != null)
                && (TimeNames.isTime(name)
                        || cells.stream().distinct().limit(CERTAIN).count() == CERTAIN);
    }
}
