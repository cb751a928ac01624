package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.Splits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an experiment's rows are divided: as the person says, else as the data suggest. */
final class SplitPlanner {
    private final DatasetTables tables;
    private final DatasetVersionId version;
    private final Map<String, ColumnInfo> columns;
    private final Faults faults;

    SplitPlanner(DatasetTables tables, DatasetVersionId version, Map<String, ColumnInfo> columns, Faults faults) {
        this.tables = tables;
        this.version = version;
        this.columns = columns;
        this.faults = faults;
    }

    /**
     * @param steps whether rows are steps of time
     * @return null when a fault was found
     */
    @Nullable
    SplitSpec plan(@Nullable SplitRequest wanted, Set<String> targets, boolean steps, long seed) {
        var usual = SplitSpec.suggest(
                List.copyOf(columns.values()), targets.stream().sorted().toList(), seed);
        var request = wanted == null ? new SplitRequest(null, null, null, null, null, null) : wanted;
        boolean known = known("column", request.column()) & known("group", request.group());
        return known & time(request.time(), steps) & ahead(request.ahead(), steps) & folds(request.folds(), steps)
                ? faults.at("/split", () -> spec(request, usual))
                : null;
    }

    private boolean known(String member, @Nullable String named) {
        return named == null || faults.known("/split/" + member, "column", named, columns.keySet());
    }

    private boolean time(@Nullable String wanted, boolean steps) {
        boolean meant = wanted == null || steps;
        faults.unless(
                meant,
                "/split/time",
                "The column (%s) would put steps of time in order, but no task is a forecast. Maybe leave time out."
                        .formatted(wanted));
        return meant && known("time", wanted);
    }

    private boolean ahead(@Nullable List<String> wanted, boolean steps) {
        boolean meant = wanted == null || wanted.isEmpty() || steps;
        faults.unless(
                meant,
                "/split/ahead",
                "The columns (%s) would be known ahead, but no task is a forecast. Maybe leave ahead out."
                        .formatted(wanted == null ? "" : String.join(", ", wanted)));
        return meant;
    }

    private boolean folds(@Nullable Integer wanted, boolean steps) {
        boolean within = wanted == null || wanted >= 1 && wanted <= SplitSpec.MOST_FOLDS;
        faults.unless(
                within,
                "/split/folds",
                "The folds (%d) are not within 1..%d. Maybe 5.".formatted(wanted, SplitSpec.MOST_FOLDS));
        boolean possible = wanted == null || wanted == 1 || !steps;
        faults.unless(
                possible,
                "/split/folds",
                "Rows that are steps of time cannot be parted into folds (%d): a network would be judged by the past of what it has learned. Maybe leave folds out."
                        .formatted(wanted));
        return within && possible;
    }

    private SplitSpec spec(SplitRequest request, SplitSpec usual) {
        var column = request.column() == null ? usual.splitColumn() : request.column();
        return new SplitSpec(
                column,
                request.group() == null ? group(column, usual.groupColumn()) : request.group(),
                usual.stratifyBy(),
                request.validation() == null ? usual.validationShare() : request.validation(),
                request.test() == null ? usual.testShare() : request.test(),
                request.seed() == null ? usual.seed() : request.seed(),
                null,
                request.folds() == null ? 1 : request.folds(),
                List.of(),
                usual.alsoBy());
    }

    /**
     * A given split that tears groups apart says that rows of known groups will be asked about. Validation rows of unknown
     * groups would then measure something else than the test does.
     */
    private @Nullable String group(@Nullable String splitColumn, @Nullable String groupColumn) {
        if (splitColumn == null || groupColumn == null) {
            return groupColumn;
        }
        var table = tables.load(version, List.of(splitColumn, groupColumn));
        return Splits.keepsGroups(table, splitColumn, groupColumn) ? groupColumn : null;
    }
}
