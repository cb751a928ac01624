package io.polyphony.backend.dataset.array;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.MediaArchive;
import io.polyphony.backend.dataset.table.PartName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/** Arrays side by side, as a table for each part of the split. */
final class ArrayTables {
    private static final JsonFactory JSON = new JsonFactory();

    private ArrayTables() {}

    /** Whether a file beside arrays is nothing but a note. */
    static boolean isNote(FileSource file) {
        return file.name().toLowerCase(Locale.ROOT).matches("(.*/)?(readme|licen[sc]e)[^/]*");
    }

    /**
     * Writes them.
     *
     * @throws io.polyphony.backend.dataset.ImportRefused where they do not fit side by side
     */
    static void write(List<ArrayFile> arrays, MediaArchive to) throws IOException {
        var columns = new LinkedHashMap<String, List<ArrayFile>>();
        var parts = new LinkedHashMap<String, SequencedMap<String, ArrayFile>>();
        for (var array : arrays) {
            var name = PartName.of(array.name());
            var last = name.rest().substring(name.rest().lastIndexOf('/') + 1);
            var column = last.isEmpty() ? "array" : last;
            columns.computeIfAbsent(column, _ -> new ArrayList<>()).add(array);
            var same = parts.computeIfAbsent(name.word(), _ -> new LinkedHashMap<>())
                    .put(column, array);
            if (same != null) {
                throw array.refused(
                        "The arrays (%s) and (%s) would be the same column (%s).\nMaybe give one of them another name."
                                .formatted(same.name(), array.name(), column));
            }
        }
        refuseOdd(columns, parts);
        var cells = new LinkedHashMap<String, ArrayCells>();
        for (var column : columns.entrySet()) {
            cells.put(column.getKey(), ArrayCells.of(column.getKey(), column.getValue(), to));
        }
        for (var part : parts.entrySet()) {
            var name = part.getKey().isEmpty() ? "rows" : part.getKey();
            to.table(name, lines -> rows(name, part.getValue(), cells, lines));
        }
    }

    private static void refuseOdd(
            Map<String, List<ArrayFile>> columns, Map<String, ? extends SequencedMap<String, ArrayFile>> parts) {
        if (parts.size() > 1 && parts.containsKey("")) {
            var odd = parts.get("").firstEntry().getValue();
            throw odd.refused("The array (%s) belongs to no part, but others to %s.\nMaybe leave it out."
                    .formatted(odd.name(), String.join(", ", parts.keySet()).strip()));
        }
        for (var part : parts.values()) {
            var first = part.firstEntry().getValue();
            for (var array : part.values()) {
                if (array.rows() != first.rows()) {
                    throw array.refused(
                            "The array (%s) has %d rows, but %s has %d.\nMaybe leave one out: arrays stand side by side, a row of each."
                                    .formatted(array.name(), array.rows(), first.name(), first.rows()));
                }
            }
        }
        columns.values().forEach(ArrayTables::refuseShapes);
    }

    private static void refuseShapes(List<ArrayFile> parts) {
        var first = parts.getFirst();
        for (var part : parts) {
            if (!Arrays.equals(part.rowShape(), first.rowShape())
                    || part.element().isText() != first.element().isText()) {
                throw part.refused("A row of the array (%s) has the shape %s, but one of %s has %s."
                        .formatted(
                                part.name(),
                                Arrays.toString(part.rowShape()),
                                first.name(),
                                Arrays.toString(first.rowShape())));
            }
        }
    }

    private static void rows(
            String part, SequencedMap<String, ArrayFile> arrays, Map<String, ArrayCells> cells, OutputStream lines)
            throws IOException {
        var open = new ArrayList<Column>();
        try (var out = JSON.createGenerator(lines).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            for (var array : arrays.entrySet()) {
                var folder = part + "/" + array.getKey().replaceAll("[^\\w-]+", "_");
                var how = Objects.requireNonNull(cells.get(array.getKey()));
                open.add(new Column(array.getValue(), how, array.getValue().open(), folder));
            }
            int count = arrays.firstEntry().getValue().rows();
            for (int row = 0; row < count; row++) {
                out.writeStartObject();
                for (var column : open) {
                    column.write(out, row);
                }
                out.writeEndObject();
                out.writeRaw('\n');
            }
        } finally {
            for (var column : open) {
                column.rows.close();
            }
        }
    }

    /**
     * An array as it is read.
     *
     * @param folder where its files go
     */
    private record Column(ArrayFile array, ArrayCells cells, ArrayFile.Rows rows, String folder) {
        void write(JsonGenerator out, int row) throws IOException {
            cells.write(out, array, rows.next(), folder + "/" + row);
        }
    }
}
