package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.TableData;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sees where a table holds several series one under another, such as the sales of every shop: its dates repeat, and another
 * column tells the rows of a date apart. In the order of time alone they would be mixed into one series that jumps to and fro, so that the column becomes the group.
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
     * The same split with the column as its group that parts the series, where there are several and no group is named.
     *
     * @param targets the columns to be predicted, which part no series
     */
    SplitSpec parted(SplitSpec split, Set<String> targets) {
        var windows = split.windows();
        if (windows == null || windows.timeColumn() == null || split.groupColumn() != null) {
            return split;
        }
        return series(windows.timeColumn(), targets).map(split::groupedBy).orElse(split);
    }

    private Optional<String> series(String time, Set<String> targets) {
        var dates = tables.load(version, Set.of(time)).texts(time);
        var times = new HashMap<String, Integer>();
        for (var date : dates) {
            times.merge(String.valueOf(date), 1, Integer::sum);
        }
        if (dates.length < ROWS_PER_DATE * times.size()) {
            return Optional.empty();
        }
        int most = times.values().stream().mapToInt(n -> n).max().orElse(0);
        var candidates = columns.values().stream()
                .filter(column -> !column.name().equals(time) && !targets.contains(column.name()))
                .filter(column -> mayPart(column, most))
                .map(ColumnInfo::name)
                .toList();
        return candidates.isEmpty() ? Optional.empty() : parting(dates, candidates);
    }

    /** As many values as a date has rows, or twice as many where series begin and end: amounts have more. */
    private static boolean mayPart(ColumnInfo column, int rowsOfOneDate) {
        return !column.modality().isMedia()
                && column.modality() != ColumnModality.DATE
                && column.distinct() > 1
                && column.distinct() <= 2L * rowsOfOneDate;
    }

    private Optional<String> parting(@Nullable String[] dates, Collection<String> candidates) {
        var table = tables.load(version, candidates);
        return candidates.stream().filter(name -> parts(table, name, dates)).findFirst();
    }

    private static boolean parts(TableData table, String name, @Nullable String[] dates) {
        var values = table.texts(name);
        var pairs = new HashSet<String>();
        IntStream.range(0, dates.length).forEach(row -> pairs.add(values[row] + "\n" + dates[row]));
        return pairs.size() >= ALONE * dates.length;
    }
}
