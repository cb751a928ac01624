package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.Copies;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.Splits;
import io.polyphony.engine.data.InputSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sees where a table holds rows several times, which would be learned in one part and asked for in another. */
record CopyPlanner(DatasetTables tables, DatasetVersionId version, Map<String, ColumnInfo> columns) {
    /** Up to here different values are counted exactly. */
    private static final int COUNTED = 65_536;

    /**
     * The same split with copies in one part, where there are any and neither a group nor time says what stays together.
     *
     * @param targets the columns to be predicted: rows of other answers are no copies
     */
    SplitSpec plan(SplitSpec split, @Nullable SplitRequest wanted, List<InputSpec> inputs, Set<String> targets) {
        var asked = wanted == null ? null : wanted.copiesTogether();
        if (split.windows() != null || split.groupColumn() != null || Boolean.FALSE.equals(asked)) {
            return split;
        }
        var compared = Stream.concat(inputs.stream().flatMap(input -> input.columns().stream()), targets.stream())
                .distinct()
                .sorted()
                .toList();
        return Objects.requireNonNullElseGet(asked, () -> copied(compared, split.splitColumn()))
                ? split.together(compared)
                : split;
    }

    private boolean copied(List<String> compared, @Nullable String splitColumn) {
        int rows = tables.load(version, List.of()).rows();
        if (compared.stream().anyMatch(name -> tellsAllApart(name, rows))) {
            return false;
        }
        var read = Stream.concat(compared.stream(), Stream.ofNullable(splitColumn))
                .distinct()
                .toList();
        var table = tables.load(version, read);
        return Copies.any(table, compared) && (splitColumn == null || Splits.keepsCopies(table, splitColumn, compared));
    }

    /** Spares reading the table. Files of other names may hold the same. */
    private boolean tellsAllApart(String name, int rows) {
        var column = columns.get(name);
        return column != null
                && !column.modality().isMedia()
                && column.missing() <= 1
                && column.distinct() <= COUNTED
                && column.distinct() + column.missing() == rows;
    }
}
