package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.MediaFiles;
import io.polyphony.backend.dataset.media.MediaKind;
import io.polyphony.backend.dataset.table.Numbers;
import io.polyphony.backend.dataset.table.Rewritten;
import io.polyphony.backend.dataset.table.RowSource;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table within an archive, whose cells that write the path of a file otherwise than the archive hold the archive's path.
 * In such a column {@code none} and {@code -} are missing files.
 *
 * @param named which columns name files
 * @param whole whether every path is written as the archive has it, for tables that lie in different folders
 */
record NamedFiles(RowSource table, MediaFiles files, boolean[] named, boolean whole) implements Rewritten {

    /** Walks the table once to see which columns name files. */
    static RowSource of(RowSource table, MediaFiles files) throws IOException {
        return of(table, files, false);
    }

    /** Like {@link #of(RowSource, MediaFiles)}, with the whole path of every file. */
    static RowSource whole(RowSource table, MediaFiles files) throws IOException {
        return of(table, files, true);
    }

    private static RowSource of(RowSource table, MediaFiles files, boolean whole) throws IOException {
        if (files.count() == 0) {
            return table;
        }
        var votes =
                Stream.generate(FileVotes::new).limit(table.columns().size()).toList();
        // What does not fit is reported by the pass that stores the rows.
        table.forEach(
                (row, cells) -> IntStream.range(0, cells.length)
                        .forEach(i -> votes.get(i).cell(cells[i], files)),
                new Problems());
        return new NamedFiles(table, files, named(votes, files.count()), whole);
    }

    private static boolean[] named(List<FileVotes> votes, long media) {
        var named = new boolean[votes.size()];
        var paths = new HashSet<String>();
        IntStream.range(0, named.length)
                .filter(i -> votes.get(i).most())
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(
                                i -> !votes.get(i).plain())
                        .thenComparing(i -> -votes.get(i).paths().size()))
                .forEach(i -> {
                    named[i] = votes.get(i).plain() || votes.get(i).meant(media, paths);
                    paths.addAll(named[i] ? votes.get(i).paths() : List.of());
                });
        return named;
    }

    @Override
    public long forEach(RowSink sink, Problems problems) throws IOException {
        return table.forEach(
                (row, cells) -> {
                    for (var i = 0; i < cells.length; i++) {
                        cells[i] = named[i] ? path(row, i, cells[i], problems) : cells[i];
                    }
                    sink.row(row, cells);
                },
                problems);
    }

    /** Unknown names with an ending are left as they are: they are reported with their column's others. */
    private @Nullable String path(long row, int column, @Nullable String cell, Problems problems) {
        if (cell == null) {
            return null;
        }
        var found = files.find(cell);
        if (found.isPresent()) {
            return whole ? found.get() : cell;
        }
        var path = files.guess(cell);
        if (path.isEmpty() && Numbers.isMissingNumber(cell)) {
            return null;
        }
        if (path.isEmpty() && MediaKind.byName(cell).isEmpty()) {
            problems.add(FieldProblem.in(table.name(), row, table.columns().get(column), MediaColumn.unknown(cell)));
        }
        return path.orElse(cell);
    }
}
