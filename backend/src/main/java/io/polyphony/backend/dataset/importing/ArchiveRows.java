package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.archive.FolderTable;
import io.polyphony.backend.dataset.archive.MediaFiles;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.table.PartName;
import io.polyphony.backend.dataset.table.RowSource;
import io.polyphony.backend.dataset.table.StyledTable;
import io.polyphony.backend.dataset.table.TableFormats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Where the rows of an archive come from: one table, tables that are parts of one, a table that names recordings, or folders.
 *
 * @param files what cells may name
 * @param share how much of the tables was read in the present walk, 0..1; 0 where that is not known
 */
record ArchiveRows(RowSource table, MediaFiles files, DoubleSupplier share) {
    private static final int NAMED = 5;

    /** @throws ImportRefused when the archive is laid out in no way that is read */
    static ArchiveRows of(String name, UploadArchive archive) throws IOException {
        var tables = TableFormats.among(archive.paths(), archive::source);
        var ordered = PartName.ordered(tables);
        var parts = PartName.of(ordered);
        if (parts.isPresent()) {
            return joined(name, archive, ordered, parts.get());
        }
        if (tables.size() > 1) {
            var index = NamedTables.index(archive, tables);
            return index.isPresent() ? table(archive, index.get(), tables) : recordings(name, archive, tables);
        }
        return tables.isEmpty() ? folders(name, archive) : table(archive, tables.getFirst(), tables);
    }

    /** Tables that are parts of one, each of which names files from where it lies. */
    private static ArchiveRows joined(String name, UploadArchive archive, List<String> tables, List<PartName> names)
            throws IOException {
        var watched =
                tables.stream().map(archive::source).map(WatchedSource::new).toList();
        var parts = new ArrayList<RowSource>();
        for (var file : watched) {
            var files = new MediaFiles(archive, file.name());
            var table = KeyedFiles.of(TableFormats.open(file), archive, false);
            parts.add(TextFiles.of(NamedFiles.whole(table, files), archive, files));
        }
        return new ArchiveRows(
                StyledTable.of(JoinedTables.of(name, parts, names)),
                new MediaFiles(archive, ""),
                () -> watched.stream()
                        .mapToDouble(WatchedSource::share)
                        .average()
                        .orElse(0));
    }

    private static ArchiveRows table(UploadArchive archive, String path, List<String> tables) throws IOException {
        var watched = new WatchedSource(archive.source(path));
        var files = new MediaFiles(archive, path);
        var keyed = KeyedFiles.of(TableFormats.open(watched), archive, tables.size() > 1);
        var styled = StyledTable.of(NamedFiles.of(keyed, files));
        var table = SeriesFiles.of(TextFiles.of(styled, archive, files), archive, files, tables);
        return new ArchiveRows(table, files, watched::share);
    }

    /** Tables in a folder for each class. */
    private static ArchiveRows recordings(String name, UploadArchive archive, List<String> tables) throws IOException {
        var folders = FolderTable.ofRecordings(name, tables)
                .orElseThrow(() -> new ImportRefused(FieldProblem.in(
                        name,
                        null,
                        null,
                        "The archive holds %d tables: %s.\nMaybe upload each of them on its own, or join them to one; parts of one are called train and test; where each is a recording, add a table that names them, or put them into a folder per class."
                                .formatted(
                                        tables.size(),
                                        String.join(", ", tables.subList(0, Math.min(NAMED, tables.size())))))));
        var files = new MediaFiles(archive, "");
        return new ArchiveRows(SeriesFiles.of(folders, archive, files, tables), files, () -> 0.0);
    }

    private static ArchiveRows folders(String name, UploadArchive archive) throws IOException {
        return new ArchiveRows(ArchiveTables.of(name, archive), new MediaFiles(archive, ""), () -> 0.0);
    }
}
