package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.ColumnNames;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.table.Rewritten;
import io.polyphony.backend.dataset.table.RowSource;
import io.polyphony.backend.dataset.table.Written;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table with a column of ids by which several files are called, or that stand within their names ({@code 7} for
 * {@code images/0007.png}, {@code sounds/7.wav} and {@code notes/n-7.txt}), with a column for each shelf of such files.
 *
 * @param key the column of ids
 * @param taken the shelves, in order of their names
 * @param rare shelves that are left out, since too few rows have a file there
 */
record KeyedFiles(RowSource table, Shelves shelves, int key, List<Shelf> taken, List<Shelf> rare, List<String> columns)
        implements Rewritten {

    /**
     * Walks the table once to see which column does so, if any; none does where another names files with their endings.
     *
     * @param recordings whether rows may name tables of the archive besides
     */
    static RowSource of(RowSource table, UploadArchive archive, boolean recordings) throws IOException {
        var paths = archive.paths().stream().filter(Shelf::holds).toList();
        if (paths.size() < 2) {
            return table;
        }
        var shelves = new Shelves(paths);
        var ballot = new KeyBallot(table.columns().size(), shelves);
        // What does not fit is reported by the pass that stores the rows.
        table.forEach(ballot, new Problems());
        var folder = table.name().substring(0, table.name().lastIndexOf('/') + 1);
        return ballot.winner(folder, recordings)
                .map(won -> (RowSource) new KeyedFiles(
                        table, shelves, won.column(), won.shelves(), won.rare(), names(table.columns(), won.shelves())))
                .orElse(table);
    }

    private static List<String> names(List<String> columns, List<Shelf> shelves) {
        var names = new ArrayList<>(columns);
        for (var shelf : shelves) {
            names.add(name(shelf, shelves));
        }
        return ColumnNames.apart(names);
    }

    /** As short as tells it from the others: what it is, where it lies, or all of it. */
    private static String name(Shelf shelf, List<Shelf> all) {
        if (all.stream().filter(other -> other.kind().equals(shelf.kind())).count() == 1) {
            return shelf.kind();
        }
        return all.stream().filter(other -> other.place().equals(shelf.place())).count() == 1
                ? shelf.place()
                : shelf.label();
    }

    @Override
    public List<Written> written() {
        var written = new ArrayList<>(table.written());
        if (!rare.isEmpty()) {
            written.set(key, written.get(key).doubting(leftOut()));
        }
        written.addAll(Collections.nCopies(taken.size(), Written.PLAIN));
        return written;
    }

    private String leftOut() {
        return "it names files of %s, too, which fewer than half of the rows have: they are left out. Maybe name them in a column of their own"
                .formatted(rare.stream().map(Shelf::pattern).collect(Collectors.joining(", ")));
    }

    @Override
    public long forEach(RowSink sink, Problems problems) throws IOException {
        return table.forEach((row, cells) -> sink.row(row, with(cells)), problems);
    }

    private @Nullable String[] with(@Nullable String[] cells) {
        @Nullable String[] wider = Arrays.copyOf(cells, columns.size());
        var id = cells[key];
        if (id != null) {
            for (var placed : shelves.of(id)) {
                int place = taken.indexOf(placed.shelf());
                if (place >= 0) {
                    wider[cells.length + place] = placed.path();
                }
            }
        }
        return wider;
    }
}
