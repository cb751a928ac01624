package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.MediaFiles;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.table.Numbers;
import io.polyphony.backend.dataset.table.RowSource;
import io.polyphony.backend.dataset.table.TableFormats;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells which column of a table names other tables of its archive, with or without their ending. */
record NamedTables(MediaFiles files, Set<String> known) {

    /**
     * A column that names tables.
     *
     * @param paths what its cells name, in order; at least one
     * @param plain whether they do so with their ending: numbers without may mean something else
     */
    record Column(int column, SequencedSet<String> paths, boolean plain) {}

    /** The table of an archive, one of whose columns names others: sought where fewest tables lie first, one that names all others before one that does not. */
    static Optional<String> index(UploadArchive archive, List<String> tables) throws IOException {
        var within = tables.stream().collect(Collectors.groupingBy(NamedTables::folder, Collectors.counting()));
        var order = tables.stream()
                .sorted(Comparator.comparing((String path) -> within.get(folder(path)))
                        .thenComparing(path -> path.split("/").length))
                .toList();
        var all = Set.copyOf(tables);
        var files = new HashMap<String, MediaFiles>();
        Optional<String> partly = Optional.empty();
        for (var path : order) {
            var beside = files.computeIfAbsent(folder(path), _ -> new MediaFiles(archive, path));
            var column = new NamedTables(beside, all).column(TableFormats.open(archive.source(path)));
            var paths = column.map(Column::paths).filter(found -> !found.contains(path));
            if (paths.filter(found -> found.size() == tables.size() - 1).isPresent()) {
                return Optional.of(path);
            }
            boolean plain = paths.isPresent() && column.get().plain();
            partly = plain && partly.isEmpty() ? Optional.of(path) : partly;
        }
        return partly;
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Walks a table; the first column all of whose cells name tables of the archive, or would but for some that are not there. */
    Optional<Column> column(RowSource table) throws IOException {
        var found = Stream.generate(LinkedHashSet<String>::new)
                .limit(table.columns().size())
                .toList();
        var others = new HashSet<Integer>();
        var bare = new HashSet<Integer>();
        table.forEach(
                (row, cells) -> {
                    for (int i = 0; i < cells.length; i++) {
                        if (!others.contains(i) && !names(cells[i], found.get(i))) {
                            others.add(i);
                        }
                        if (cells[i] != null && !ends(cells[i])) {
                            bare.add(i);
                        }
                    }
                },
                new Problems());
        for (int i = 0; i < found.size(); i++) {
            if (!others.contains(i) && !found.get(i).isEmpty()) {
                return Optional.of(new Column(i, found.get(i), !bare.contains(i)));
            }
        }
        return Optional.empty();
    }

    /** Names that end as tables do and are not there are told with their row, later. */
    private boolean names(@Nullable String cell, Set<String> found) {
        if (cell == null || Numbers.isMissingNumber(cell)) {
            return true;
        }
        var path = path(files, cell).filter(known::contains);
        path.ifPresent(found::add);
        return path.isPresent() || ends(cell);
    }

    private static boolean ends(String cell) {
        return TableFormats.endings().stream().anyMatch(cell.strip().toLowerCase(Locale.ROOT)::endsWith);
    }

    /** The table that a cell names. */
    static Optional<String> path(MediaFiles files, String cell) {
        var named = files.find(cell);
        return named.isPresent() || ends(cell)
                ? named
                : TableFormats.endings().stream()
                        .flatMap(ending -> files.find(cell.strip() + ending).stream())
                        .findFirst();
    }
}
