package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.Copies;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.Splits;
import io.polyphony.backend.dataset.TableData;
import io.polyphony.engine.data.InputSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sees where a table holds rows several times, which would be learned in one part and asked for in another. */
record CopyPlanner(DatasetTables tables, DatasetVersionId version, Map<String, ColumnInfo> columns) {
    /** Up to here different values are counted exactly. */
    private static final int COUNTED = 65_536;
    /** Of so many test rows one may be a copy, which moves no figure that anybody looks at. */
    private static final int FEW = 100;

    /**
     * How rows are parted.
     *
     * @param torn test rows that say the same as rows to learn from, because a given split is followed
     * @param sealed all test rows of such a split
     */
    record Parted(SplitSpec split, int torn, int sealed) {
        /** What a person should know before a figure on the test rows is believed. */
        List<String> cautions() {
            return (long) torn * FEW <= sealed
                    ? List.of()
                    : List.of(
                            "%d of %d test rows say the same as rows to learn from, so figures on the test rows are too good. Maybe do not divide by the column (%s), so that copies of a row stay together."
                                    .formatted(torn, sealed, split.splitColumn()));
        }
    }

    /**
     * The same split with copies in one part, where there are any and neither a group nor time nor a given split says otherwise.
     *
     * @param targets the columns to be predicted: rows of other answers are no copies
     */
    Parted plan(SplitSpec split, @Nullable SplitRequest wanted, List<InputSpec> inputs, Set<String> targets) {
        if (split.windows() != null) {
            return new Parted(split, 0, 0);
        }
        var asked = wanted == null ? null : wanted.copiesTogether();
        var given = split.splitColumn();
        var compared = Stream.concat(inputs.stream().flatMap(input -> input.columns().stream()), targets.stream())
                .distinct()
                .sorted()
                .toList();
        boolean sought = given != null || asked == null && split.groupColumn() == null;
        var table = sought ? copied(compared, given) : Optional.<TableData>empty();
        int torn = given == null
                ? 0
                : table.map(t -> Splits.tornCopies(t, given, compared)).orElse(0);
        int sealed = torn == 0 || given == null
                ? 0
                : table.map(t -> Splits.sealed(t, given)).orElse(0);
        boolean dealt = Objects.requireNonNullElse(asked, table.isPresent() && torn == 0);
        return new Parted(split.groupColumn() == null && dealt ? split.together(compared) : split, torn, sealed);
    }

    /** The table, where rows of it were copied. */
    private Optional<TableData> copied(List<String> compared, @Nullable String splitColumn) {
        int rows = tables.load(version, List.of()).rows();
        if (compared.stream().anyMatch(name -> tellsAllApart(name, rows))) {
            return Optional.empty();
        }
        var read = Stream.concat(compared.stream(), Stream.ofNullable(splitColumn))
                .distinct()
                .toList();
        return Optional.of(tables.load(version, read)).filter(table -> Copies.any(table, compared));
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
