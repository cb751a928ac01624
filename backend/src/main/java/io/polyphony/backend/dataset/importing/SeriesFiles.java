package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.MediaFiles;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.table.Numbers;
import io.polyphony.backend.dataset.table.RowSource;
import io.polyphony.backend.dataset.table.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table within an archive, one of whose columns names recordings: other tables of the archive, with a row per step of time. In its place
 * are the series of these, one for each of their columns that holds numbers.
 *
 * @param column the one that names recordings
 * @param like the columns of the first recording
 * @param wanted those of them that hold numbers
 */
record SeriesFiles(
        RowSource table, UploadArchive archive, MediaFiles files, int column, List<String> like, int[] wanted)
        implements RowSource {

    /**
     * Walks the table once to see which column names recordings.
     *
     * @param tables of the archive, this one among them or not
     * @throws ImportRefused naming a table of the archive that no row names
     */
    static RowSource of(RowSource table, UploadArchive archive, MediaFiles files, List<String> tables)
            throws IOException {
        var column =
                tables.size() < 2 ? Optional.<NamedTables.Column>empty() : new NamedTables(files, tables).column(table);
        if (column.isEmpty()) {
            return table;
        }
        var named = column.get();
        refuseOthers(table, named.paths(), tables);
        var first = SeriesFile.read(archive.source(named.paths().iterator().next()));
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
    public String name() {
        return table.name();
    }

    @Override
    public List<String> columns() {
        var own = table.columns().get(column);
        var names = new ArrayList<String>();
        for (int place : wanted) {
            names.add(wanted.length == 1 ? own : own + "." + like.get(place));
        }
        return replaced(table.columns(), names);
    }

    @Override
    public List<Written> written() {
        return replaced(table.written(), Collections.nCopies(wanted.length, Written.PLAIN));
    }

    @Override
    public boolean writesMissing() {
        return table.writesMissing();
    }

    @Override
    public boolean commaSeparated() {
        return table.commaSeparated();
    }

    private <T> List<T> replaced(List<? extends T> row, List<? extends T> series) {
        var replaced = new ArrayList<T>(row.subList(0, column));
        replaced.addAll(series);
        replaced.addAll(row.subList(column + 1, row.size()));
        return replaced;
    }

    @Override
    public long forEach(RowSink sink, Problems problems) throws IOException {
        @Nullable String[] wide = new @Nullable String[columns().size()];
        try {
            return table.forEach(
                    (row, cells) -> {
                        System.arraycopy(cells, 0, wide, 0, column);
                        read(row, cells[column], wide, problems);
                        int behind = cells.length - column - 1;
                        System.arraycopy(cells, column + 1, wide, column + wanted.length, behind);
                        sink.row(row, wide);
                    },
                    problems);
        } catch (UncheckedIOException damaged) {
            throw damaged.getCause();
        }
    }

    private void read(long row, @Nullable String cell, @Nullable String[] wide, Problems problems) {
        if (cell == null || Numbers.isMissingNumber(cell)) {
            Arrays.fill(wide, column, column + wanted.length, null);
            return;
        }
        var path = NamedTables.path(files, cell);
        if (path.isEmpty()) {
            Arrays.fill(wide, column, column + wanted.length, null);
            problems.add(FieldProblem.in(name(), row, table.columns().get(column), MediaColumn.unknown(cell)));
            return;
        }
        try {
            var series = SeriesFile.read(archive.source(path.get())).of(path.get(), like, wanted);
            for (int i = 0; i < wanted.length; i++) {
                wide[column + i] = series.get(i);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
