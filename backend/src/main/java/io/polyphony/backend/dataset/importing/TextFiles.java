package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.MediaFiles;
import io.polyphony.backend.dataset.archive.TextFile;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.table.Numbers;
import io.polyphony.backend.dataset.table.Rewritten;
import io.polyphony.backend.dataset.table.RowSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A table within an archive, whose cells that name text files hold what is written there.
 *
 * @param named the columns that name text files
 */
record TextFiles(RowSource table, UploadArchive archive, MediaFiles files, BitSet named) implements Rewritten {

    /** Walks the table once to see which columns name nothing but text files, some of which the archive has. */
    static RowSource of(RowSource table, UploadArchive archive, MediaFiles files) throws IOException {
        if (archive.paths().stream().noneMatch(TextFile::isNamed)) {
            return table;
        }
        var found = new BitSet();
        var others = new BitSet();
        table.forEach(
                (row, cells) -> {
                    for (var i = 0; i < cells.length; i++) {
                        look(i, cells[i], files, found, others);
                    }
                },
                new Problems());
        found.andNot(others);
        return found.isEmpty() ? table : new TextFiles(table, archive, files, found);
    }

    private static void look(int column, @Nullable String cell, MediaFiles files, BitSet found, BitSet others) {
        if (cell == null || Numbers.isMissingNumber(cell)) {
            return;
        }
        if (!TextFile.isNamed(cell)) {
            others.set(column);
        } else if (!found.get(column) && files.find(cell).isPresent()) {
            found.set(column);
        }
    }

    @Override
    public long forEach(RowSink sink, Problems problems) throws IOException {
        try {
            return table.forEach(
                    (row, cells) -> {
                        for (var i = named.nextSetBit(0); i >= 0; i = named.nextSetBit(i + 1)) {
                            cells[i] = text(row, i, cells[i], problems);
                        }
                        sink.row(row, cells);
                    },
                    problems);
        } catch (UncheckedIOException damaged) {
            throw damaged.getCause();
        }
    }

    private @Nullable String text(long row, int column, @Nullable String cell, Problems problems) {
        if (cell == null || Numbers.isMissingNumber(cell)) {
            return null;
        }
        var path = files.find(cell);
        if (path.isEmpty()) {
            problems.add(FieldProblem.in(table.name(), row, columns().get(column), MediaColumn.unknown(cell)));
            return null;
        }
        try {
            return TextFile.read(archive.source(path.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
