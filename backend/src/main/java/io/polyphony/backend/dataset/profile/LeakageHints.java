package io.polyphony.backend.dataset.profile;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns that are nearly a function of one other column: whoever predicts the one must not read the other. The measure
 * is how often the most frequent class among the OTHER rows of equal value is right, so that an id (each value once) tells nothing.
 */
public final class LeakageHints {
    private static final int SAMPLE = 5_000;
    private static final int MOST_COLUMNS = 60;
    private static final int MOST_CLASSES = 200;
    private static final double SURE = 0.97;
    private static final int FEWEST_ROWS = 30;
    private final List<@Nullable String[]> sample = new ArrayList<>();

    /** Offers a row; the first 5 000 are looked at. */
    public void row(@Nullable String[] cells) {
        if (sample.size() < SAMPLE) {
            sample.add(cells.clone());
        }
    }

    /** The columns with a hint added to each that another one nearly determines. */
    public List<ColumnInfo> mark(List<ColumnInfo> columns) {
        if (sample.size() < FEWEST_ROWS) {
            return columns;
        }
        var causes = columns.stream()
                .filter(LeakageHints::mayTell)
                .limit(MOST_COLUMNS)
                .toList();
        return columns.stream().map(c -> mayBeTold(c) ? mark(c, causes) : c).toList();
    }

    private ColumnInfo mark(ColumnInfo told, List<ColumnInfo> causes) {
        var hints = new ArrayList<>(told.hints());
        for (var cause : causes) {
            if (cause.position() != told.position() && tells(cause.position(), told.position())) {
                hints.add("nearly determined by the column (%s); do not use that as an input when this is a target"
                        .formatted(cause.name()));
            }
        }
        return told.withHints(hints);
    }

    private static boolean mayTell(ColumnInfo column) {
        return !column.modality().isMedia()
                && column.modality() != ColumnModality.TEXT
                && column.role() != ColumnRole.IGNORE
                && column.role() != ColumnRole.SPLIT
                && column.role() != ColumnRole.ID;
    }

    private static boolean mayBeTold(ColumnInfo column) {
        return column.modality() == ColumnModality.CATEGORICAL
                && column.role() == ColumnRole.INPUT
                && column.distinct() >= 2
                && column.distinct() <= MOST_CLASSES;
    }

    private boolean tells(int cause, int told) {
        var counts = new HashMap<String, Map<String, Integer>>();
        var base = new HashMap<String, Integer>();
        for (var row : sample) {
            if (row[cause] != null && row[told] != null) {
                counts.computeIfAbsent(row[cause], k -> new HashMap<>()).merge(row[told], 1, Integer::sum);
                base.merge(row[told], 1, Integer::sum);
            }
        }
        var rows = base.values().stream().mapToInt(n -> n).sum();
        var most = base.values().stream().mapToInt(n -> n).max().orElse(0);
        var right = counts.values().stream()
                .mapToInt(LeakageHints::rightWithoutOneself)
                .sum();
        return rows >= FEWEST_ROWS && right >= SURE * rows && rows - right <= (rows - most) / 4;
    }

    /** Rows whose class is still the most frequent one when they themselves do not vote. */
    private static int rightWithoutOneself(Map<String, Integer> classes) {
        var most = classes.values().stream().mapToInt(n -> n).max().orElse(0);
        var ties = classes.values().stream().filter(n -> n >= most - 1).count();
        return most >= 2 && ties == 1 ? most : 0;
    }
}
