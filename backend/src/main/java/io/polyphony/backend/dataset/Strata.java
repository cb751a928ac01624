package io.polyphony.backend.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which targets' labels are spread evenly over the parts of a split: those with few classes first, then numbers by their tenths,
 * as long as every combination of them has rows enough on average. A rare class of any task is then in every part, and not of
 * the one task alone that happens to be named first.
 */
final class Strata {
    /** Parts of a number's range that hold equally many rows. */
    static final int QUANTILES = 10;

    private static final int ROWS_EACH = 10;
    /** So many values are listed with their rows; a column with more names rather than classifies. */
    private static final int MOST_CLASSES = 200;

    private Strata() {}

    /** The targets in the order in which they part the rows; the first of all where none has classes. */
    static List<String> of(List<ColumnInfo> columns, List<String> targets) {
        var own = columns.stream()
                .filter(column -> targets.contains(column.name()))
                .sorted(Comparator.comparing(ColumnInfo::name))
                .toList();
        var classes = own.stream()
                .filter(Strata::hasClasses)
                .sorted(Comparator.comparingLong(ColumnInfo::distinct))
                .toList();
        if (classes.isEmpty()) {
            return targets.stream().limit(1).toList();
        }
        var numbers = own.stream().filter(column -> column.modality() == ColumnModality.NUMERIC);
        return chosen(Stream.concat(classes.stream(), numbers).toList(), rows(classes.getFirst()));
    }

    private static List<String> chosen(List<ColumnInfo> order, long rows) {
        var chosen = new ArrayList<String>();
        var combinations = 1L;
        for (var column : order) {
            long labels = column.modality() == ColumnModality.NUMERIC ? QUANTILES : column.distinct();
            if (chosen.isEmpty() || combinations * labels * ROWS_EACH <= rows) {
                chosen.add(column.name());
                combinations *= labels;
            }
        }
        return chosen;
    }

    private static boolean hasClasses(ColumnInfo column) {
        return column.modality() == ColumnModality.CATEGORICAL && column.distinct() <= MOST_CLASSES;
    }

    private static long rows(ColumnInfo classes) {
        return classes.missing()
                + classes.topValues().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }
}
