package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.SplitSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees where a table holds several series one under another, such as the sales of every shop, or of every item in every shop: its
 * dates repeat, and other columns tell the rows of a date apart. In the order of time alone they would be mixed into one series
 * that jumps to and fro, so that these columns tell series apart.
 */
final class PanelPlanner {
    /** So many rows a date has on average at least where every date has several. */
    private static final double ROWS_PER_DATE = 1.5;
    /** Share of rows that are the only one of their series and date; a few may be in a table twice. */
    private static final double ALONE = 0.99;

    private final DatasetTables tables;
    private final DatasetVersionId version;
    private final Map<String, ColumnInfo> columns;

    PanelPlanner(DatasetTables tables, DatasetVersionId version, Map<String, ColumnInfo> columns) {
        this.tables = tables;
        this.version = version;
        this.columns = columns;
    }

    /**
     * The same split with the columns that part the series, where there are several; a group that is named stays one of them.
     *
     * @param targets the columns to be predicted, which part no series
     */
    SplitSpec parted(SplitSpec split, Set<String> targets) {
        var windows = split.windows();
        if (windows == null || windows.timeColumn() == null) {
            return split;
        }
        var dates = cells(windows.timeColumn());
        var known = split.groupColumn() == null ? Parts.one(dates.of().length) : cells(split.groupColumn());
        if (dates.of().length < ROWS_PER_DATE * dates.count() || alone(known, dates)) {
            return split;
        }
        var candidates = candidates(dates.largest(), windows.timeColumn(), split.groupColumn(), targets);
        var found = found(known, dates, candidates);
        return split.groupColumn() == null && found.size() == 1
                ? split.groupedBy(found.getFirst())
                : split.over(windows.apartBy(found));
    }

    /** Rows of a series of typical length; all rows where there is but one series. */
    int rowsOfOne(SplitSpec split) {
        return split.seriesColumns().stream()
                .map(this::cells)
                .reduce(Parts::with)
                .map(Parts::typical)
                .orElseGet(() -> tables.load(version, Set.of()).rows());
    }

    private Parts cells(String column) {
        return Parts.by(tables.load(version, Set.of(column)).texts(column));
    }

    /** As many values as a date has rows, or twice as many where series begin and end: amounts have more. */
    private Map<String, Parts> candidates(int rowsOfOneDate, String time, @Nullable String group, Set<String> targets) {
        var candidates = new LinkedHashMap<String, Parts>();
        columns.values().stream()
                .filter(column -> !column.name().equals(time) && !column.name().equals(group))
                .filter(column -> !targets.contains(column.name()))
                .filter(column -> !column.modality().isMedia() && column.modality() != ColumnModality.DATE)
                .filter(column -> column.distinct() > 1 && column.distinct() <= 2L * rowsOfOneDate)
                .sorted(Comparator.comparing(ColumnInfo::position))
                .forEach(column -> candidates.put(column.name(), cells(column.name())));
        return candidates;
    }

    /** The fewest that part what is known further until rows of a date stand apart; none where that cannot be. */
    private static List<String> found(Parts known, Parts dates, Map<String, Parts> candidates) {
        var found = new ArrayList<String>();
        var parts = known;
        while (!alone(parts, dates)) {
            var best = best(parts, dates, candidates);
            if (best == null || Parts.together(parts, best.getValue(), dates) == Parts.together(parts, dates)) {
                return List.of();
            }
            found.add(best.getKey());
            parts = parts.with(best.getValue());
        }
        var needed = needed(known, dates, found, candidates);
        return parts.count() > 2L * dates.largest() ? List.of() : needed;
    }

    /** The first one that parts most rows of a date. */
    private static Map.@Nullable Entry<String, Parts> best(Parts parts, Parts dates, Map<String, Parts> candidates) {
        Map.Entry<String, Parts> best = null;
        int most = 0;
        for (var candidate : candidates.entrySet()) {
            int apart = Parts.together(parts, candidate.getValue(), dates);
            if (apart >= ALONE * dates.of().length) {
                return candidate;
            }
            best = apart > most ? candidate : best;
            most = Math.max(most, apart);
        }
        return best;
    }

    /** Without those that say no more than others found later, such as the state beside the town. */
    private static List<String> needed(Parts known, Parts dates, List<String> found, Map<String, Parts> candidates) {
        var needed = new ArrayList<>(found);
        for (var name : found) {
            var parts = needed.stream()
                    .filter(other -> !other.equals(name))
                    .map(other -> Objects.requireNonNull(candidates.get(other)))
                    .reduce(known, Parts::with);
            if (alone(parts, dates)) {
                needed.remove(name);
            }
        }
        return needed;
    }

    private static boolean alone(Parts parts, Parts dates) {
        return Parts.together(parts, dates) >= ALONE * dates.of().length;
    }
}
