package io.polyphony.backend.dataset.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The kinds of tables that an upload may hold. */
public final class TableFormats {
    /** The first that an archive has files of is taken; the last whose start fits reads a file of unknown ending. */
    private static final List<TableFormat> ALL = List.of(
            DelimitedTable.FORMAT,
            SktimeTable.FORMAT,
            MonashTable.FORMAT,
            ArffTable.FORMAT,
            ExcelTable.FORMAT,
            ParquetLines.FORMAT,
            JsonRows.LINES,
            JsonRows.ARRAY);

    private TableFormats() {}

    /** Endings of names of tables, such as {@code .csv}. */
    public static List<String> endings() {
        return ALL.stream().flatMap(format -> format.endings().stream()).toList();
    }

    /**
     * Reads as much of a file as its columns need.
     *
     * @throws io.polyphony.backend.dataset.ImportRefused when it is no table
     */
    public static RowSource open(FileSource file) throws IOException {
        return format(file).opener().open(file);
    }

    /** Whether an archive with a file of this name is not read for its files of that format. */
    static boolean isBefore(String name, TableFormat format) {
        return ALL.subList(0, ALL.indexOf(format)).stream().anyMatch(other -> other.names(name));
    }

    private static TableFormat format(FileSource file) throws IOException {
        for (var format : ALL) {
            if (format.names(file.name())) {
                return format;
            }
        }
        for (var format : ALL.reversed()) {
            if (format.starts(file)) {
                return format;
            }
        }
        return DelimitedTable.FORMAT;
    }

    /**
     * The tables of an archive; a JSON file beside a CSV is a note.
     *
     * @param paths all files of the archive
     */
    public static List<String> among(Collection<String> paths, Function<String, FileSource> files) throws IOException {
        for (var format : ALL) {
            var tables = new ArrayList<String>();
            for (var path : paths) {
                if (format.names(path) && (!format.doubtful() || format.starts(files.apply(path)))) {
                    tables.add(path);
                }
            }
            if (!tables.isEmpty()) {
                return tables;
            }
        }
        return List.of();
    }
}
