package io.polyphony.backend.dataset;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which part each row belongs to, where rows are in the order of time: of each series the last rows are test, those before validation. */
final class TimeParts {
    private final int[] begins;
    private final @Nullable SplitPart[] parts;

    private TimeParts(int[] begins) {
        this.begins = begins;
        this.parts = new @Nullable SplitPart[begins.length];
    }

    /** @param order the table's rows, oldest first, group by group */
    static TimeParts of(TableData table, SplitSpec spec, int[] order) {
        var time = new TimeParts(begins(table, spec.seriesColumns(), order));
        time.mark(table, spec.splitColumn(), order);
        time.carve(SplitPart.TEST, spec.testShare(), spec.splitColumn() != null);
        // Of all rows, not of those that the test has left.
        var left = spec.splitColumn() == null ? 1 - spec.testShare() : 1;
        time.carve(SplitPart.VALIDATION, spec.validationShare() / left, spec.splitColumn() != null);
        return time;
    }

    private static int[] begins(TableData table, List<String> seriesColumns, int[] order) {
        var names = seriesColumns.stream().map(table::texts).toList();
        var begins = new int[order.length];
        for (var at = 1; at < order.length; at++) {
            int row = order[at];
            int before = order[at - 1];
            var goesOn = names.stream().allMatch(cells -> Objects.equals(cells[row], cells[before]));
            begins[at] = goesOn ? begins[at - 1] : at;
        }
        return begins;
    }

    /** A row of which a split column says nothing is only seen, never asked for. */
    private void mark(TableData table, @Nullable String splitColumn, int[] order) {
        var words = splitColumn == null ? null : table.texts(splitColumn);
        for (var at = 0; at < parts.length; at++) {
            var word = words == null ? "train" : words[order[at]];
            parts[at] = word == null
                    ? null
                    : SplitPart.of(word).orElseThrow(() -> Splits.unknown(String.valueOf(splitColumn), word));
        }
    }

    /** Takes the last of the train rows of each series, unless a split column has named some. */
    private void carve(SplitPart part, double share, boolean byColumn) {
        if (byColumn && count(part) > 0) {
            return;
        }
        for (var end = parts.length; end > 0; end = begins[end - 1]) {
            var train = count(SplitPart.TRAIN, begins[end - 1], end);
            var wanted = Math.round(share * train);
            for (var at = end - 1; at >= begins[end - 1] && wanted > 0; at--) {
                if (parts[at] == SplitPart.TRAIN) {
                    parts[at] = part;
                    wanted--;
                }
            }
        }
    }

    @Nullable
    SplitPart at(int place) {
        return parts[place];
    }

    int count(SplitPart part) {
        return count(part, 0, parts.length);
    }

    private int count(SplitPart part, int from, int to) {
        var count = 0;
        for (var at = from; at < to; at++) {
            count += parts[at] == part ? 1 : 0;
        }
        return count;
    }

    /** Whether all that the window asks for is of one part, and what it sees is of the same series and not of a later part. */
    boolean fits(int moment, WindowSpec windows) {
        var own = parts[moment];
        var first = moment - windows.lookback();
        var end = moment + windows.horizon();
        if (own == null || begins[end - 1] > first) {
            return false;
        }
        for (var at = moment; at < end; at++) {
            if (parts[at] != own) {
                return false;
            }
        }
        for (var at = first; at < moment; at++) {
            var seen = parts[at];
            if (seen != null && seen.compareTo(own) > 0) {
                return false;
            }
        }
        return true;
    }
}
