package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.MediaFiles;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.table.Numbers;
import io.polyphony.backend.dataset.table.Rewritten;
import io.polyphony.backend.dataset.table.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table within an archive, one of whose columns names recordings: other tables of the archive, with a row per step of time. Its cells
 * hold their series, with a channel for each of their columns that holds numbers.
 *
 * @param column the one that names recordings
 * @param like the columns of the first recording
 * @param wanted those of them that hold numbers
 */
record SeriesFiles(
        RowSource table, UploadArchive archive, MediaFiles files, int column, List<String> like, int[] wanted)
        implements Rewritten {
    private static final String CHANNEL = " | ";

    /**
     * Walks the table once to see which column names recordings.
     *
     * @param tables of the archive, this one among them or not
     * @throws ImportRefused naming a table of the archive that no row names
     */
    static RowSource of(RowSource table, UploadArchive archive, MediaFiles files, List<String> tables)
            throws IOException {
        var column = tables.size() < 2
                ? Optional.<NamedTables.Column>empty()
                : new NamedTables(files, Set.copyOf(tables)).column(table);
        if (column.isEmpty()) {
            return table;
        }
        var named = column.get();
        refuseOthers(table, named.paths(), tables);
        var path = named.paths().getFirst();
        var first = SeriesFile.read(archive.source(path));
        if (first.numeric().length == 0) {
            throw new ImportRefused(FieldProblem.in(
                    path,
                    null,
                    null,
                    "No column of the file holds numbers alone.\nMaybe it is no recording, or lacks its header."));
        }
        return new SeriesFiles(table, archive, files, named.column(), first.columns(), first.numeric());
    }

    private static void refuseOthers(RowSource table, Set<String> named, List<String> tables) {
        var others = new HashSet<>(tables);
        others.removeAll(named);
        others.remove(table.name());
        others.stream().sorted().findFirst().ifPresent(other -> {
            throw new ImportRefused(FieldProblem.in(
                    other,
                    null,
                    null,
                    "No row of the table (%s) names this table.\nMaybe leave it out, or add its row."
                            .formatted(table.name())));
        });
    }

    @Override
    public long forEach(RowSink sink, Problems problems) throws IOException {
        try {
            return table.forEach(
                    (row, cells) -> {
                        cells[column] = series(row, cells[column], problems);
                        sink.row(row, cells);
                    },
                    problems);
        } catch (UncheckedIOException damaged) {
            throw damaged.getCause();
        }
    }

    private @Nullable String series(long row, @Nullable String cell, Problems problems) {
        if (cell == null || Numbers.isMissingNumber(cell)) {
            return null;
        }
        var path = NamedTables.path(files, cell);
        if (path.isEmpty()) {
            problems.add(FieldProblem.in(name(), row, columns().get(column), MediaColumn.unknown(cell)));
            return null;
        }
        try {
            return String.join(
                    CHANNEL, SeriesFile.read(archive.source(path.get())).of(path.get(), like, wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
