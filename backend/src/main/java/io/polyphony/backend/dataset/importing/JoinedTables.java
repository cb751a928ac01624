package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.table.PartName;
import io.polyphony.backend.dataset.table.RowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables of an archive that are parts of one, such as {@code train.csv} and {@code test.csv}. Where their names say which
 * part of the split they are, a last column does, too.
 *
 * @param archive its name, for problems; a row's number counts the rows of the tables before it
 * @param columns of all tables, and the one that names the part
 * @param marked whether there is that column
 */
record JoinedTables(String archive, List<Part> parts, List<String> columns, boolean marked) implements RowSource {
    private static final List<String> MARKS = List.of("split", "part", "split_part");

    /**
     * A table and the word for its part.
     *
     * @param places where in the table each column is
     */
    private record Part(RowSource table, String word, int[] places) {}

    /**
     * Joins tables.
     *
     * @param names what each of them is
     * @throws ImportRefused where one lacks a column of another
     */
    static JoinedTables of(String archive, List<? extends RowSource> tables, List<PartName> names) {
        var columns = tables.getFirst().columns();
        var problems = new Problems();
        var parts = new ArrayList<Part>();
        for (var i = 0; i < tables.size(); i++) {
            var table = tables.get(i);
            lacking(table, columns, tables.getFirst().name(), problems);
            lacking(tables.getFirst(), table.columns(), table.name(), problems);
            var places = columns.stream().mapToInt(table.columns()::indexOf).toArray();
            parts.add(new Part(table, names.get(i).word(), places));
        }
        problems.refuseIfAny();
        boolean marked = names.stream().map(PartName::word).distinct().count() > 1;
        var mark = MARKS.stream().filter(name -> !columns.contains(name)).findFirst();
        var all = Stream.concat(columns.stream(), marked ? mark.stream() : Stream.empty());
        return new JoinedTables(archive, parts, all.toList(), marked && mark.isPresent());
    }

    private static void lacking(RowSource table, List<String> columns, String other, Problems problems) {
        for (var column : columns) {
            if (!table.columns().contains(column)) {
                problems.add(FieldProblem.in(
                        table.name(),
                        null,
                        column,
                        "The table lacks the column (%s), which %s has, so that they cannot be joined.\nMaybe it holds rows whose answers are not known: leave it out, and ask for them once there is a model."
                                .formatted(column, other)));
            }
        }
    }

    @Override
    public String name() {
        return archive;
    }

    @Override
    public boolean writesMissing() {
        return parts.stream().anyMatch(part -> part.table.writesMissing());
    }

    @Override
    public boolean commaSeparated() {
        return parts.stream().anyMatch(part -> part.table.commaSeparated());
    }

    @Override
    public long forEach(RowSink sink, Problems problems) throws IOException {
        var joined = new @Nullable String[columns.size()];
        var rows = 0L;
        for (var part : parts) {
            var before = rows;
            rows += part.table.forEach((row, cells) -> sink.row(before + row, joined(part, cells, joined)), problems);
        }
        return rows;
    }

    private @Nullable String[] joined(Part part, @Nullable String[] cells, @Nullable String[] joined) {
        for (var i = 0; i < part.places.length; i++) {
            joined[i] = cells[part.places[i]];
        }
        if (marked) {
            joined[joined.length - 1] = part.word;
        }
        return joined;
    }
}
