package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.Windows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
    /** The same where series share some dates; fewer repetitions are those of clocks that are put back, and copies. */
    private static final double SOME = 1.05;
    /** From one row of such a series to the next there lie at most so few dates, as a rule: by chance there would be many. */
    private static final int NEXT = 2;
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
        int rows = dates.of().length;
        if (rows < SOME * dates.count() || alone(known, dates)) {
            return split;
        }
        boolean everyDate = rows >= ROWS_PER_DATE * dates.count();
        int windowed = everyDate ? 0 : rows / (windows.lookback() + windows.horizon());
        int most = Math.max(2 * dates.largest(), windowed);
        var told = new HashSet<>(targets);
        told.addAll(windows.aheadColumns());
        var candidates = candidates(most, windows.timeColumn(), split.groupColumn(), told);
        var found = found(known, dates, candidates, most);
        if (!everyDate && !steady(found, known, dates, candidates, windows.timeColumn())) {
            return split;
        }
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

    /**
     * What may tell series apart.
     *
     * @param most values: twice as many as a date has rows, since series begin and end, or, where they share few dates, as many as
     *     there are windows; amounts have more
     */
    private Map<String, Parts> candidates(int most, String time, @Nullable String group, Set<String> targets) {
        var candidates = new LinkedHashMap<String, Parts>();
        columns.values().stream()
                .filter(column -> !column.name().equals(time) && !column.name().equals(group))
                .filter(column -> !targets.contains(column.name()))
                .filter(column -> !column.modality().isMedia() && column.modality() != ColumnModality.DATE)
                .filter(column -> column.distinct() > 1 && column.distinct() <= most)
                .sorted(Comparator.comparing(ColumnInfo::position))
                .forEach(column -> candidates.put(column.name(), cells(column.name())));
        return candidates;
    }

    /** The fewest that part what is known further until rows of a date stand apart; none where that cannot be. */
    private static List<String> found(Parts known, Parts dates, Map<String, Parts> candidates, int most) {
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
        return parts.count() > most ? List.of() : needed;
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

    /** Whether a series goes on from date to date. */
    private boolean steady(List<String> found, Parts known, Parts dates, Map<String, Parts> candidates, String time) {
        var series = found.stream()
                .map(name -> Objects.requireNonNull(candidates.get(name)))
                .reduce(known, Parts::with);
        int[] order = Windows.inTime(tables.load(version, Set.of(time)), time);
        return !found.isEmpty() && series.typicalStep(dates, order) <= NEXT;
    }

    private static boolean alone(Parts parts, Parts dates) {
        return Parts.together(parts, dates) >= ALONE * dates.of().length;
    }
}
