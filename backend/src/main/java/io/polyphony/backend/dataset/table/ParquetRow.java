package io.polyphony.backend.dataset.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import dev.hardwood.schema.SchemaNode;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file as JSON.
 *
 * @param structs the columns that hold objects
 * @param packed those of them that hold a file: its {@code bytes} and its {@code path}
 * @param classes the names of classes, by the column that holds their numbers
 * @param files takes what cells hold in bytes
 */
record ParquetRow(
        String file, Set<String> structs, Set<String> packed, Map<String, List<String>> classes, CellFiles files) {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

    /** Takes the files that cells hold. */
    @FunctionalInterface
    interface CellFiles {
        /**
         * Takes one.
         *
         * @return what is written into the cell
         */
        String put(long row, String column, byte[] content) throws IOException;
    }

    static ParquetRow of(String file, ParquetCursor rows, CellFiles files) {
        var fields = rows.schema().getRootNode().children();
        return new ParquetRow(
                file,
                names(fields, node -> node instanceof SchemaNode.GroupNode group && group.isStruct()),
                names(fields, ParquetRow::isFile),
                ParquetClasses.of(rows.about().keyValueMetadata()),
                files);
    }

    /** For tables whose files have no place to go. */
    static CellFiles none(String file) {
        return (_, column, _) -> {
            throw refused(
                    file,
                    column,
                    "The column holds bytes.\nMaybe write them as files into a ZIP, beside a table whose column names them.");
        };
    }

    /** Whether cells hold bytes that may be files. */
    static boolean holdsFiles(ParquetCursor rows) {
        return rows.schema().getRootNode().children().stream().anyMatch(node -> isBytes(node) || isFile(node));
    }

    private static boolean isBytes(SchemaNode node) {
        return node instanceof SchemaNode.PrimitiveNode cell
                && cell.type() == PhysicalType.BYTE_ARRAY
                && cell.logicalType() == null;
    }

    private static boolean isFile(SchemaNode node) {
        return node instanceof SchemaNode.GroupNode group
                && group.isStruct()
                && group.children().stream().anyMatch(field -> field.name().equals("bytes") && isBytes(field))
                && names(group.children(), _ -> true).equals(Set.of("bytes", "path"));
    }

    private static Set<String> names(List<SchemaNode> nodes, Predicate<SchemaNode> which) {
        return nodes.stream().filter(which).map(SchemaNode::name).collect(Collectors.toSet());
    }

    /** A line with an object. A missing cell is null, but an object that is missing has no keys that may be missing. */
    byte[] json(long number, RowReader row) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            for (int i = 0; i < row.getFieldCount(); i++) {
                var name = row.getFieldName(i);
                if (!row.isNull(i) || !structs.contains(name) || packed.contains(name)) {
                    out.writeFieldName(name);
                    cell(out, number, row.getValue(i), name);
                }
            }
            out.writeEndObject();
            out.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    private void cell(JsonGenerator out, long row, @Nullable Object value, String column) throws IOException {
        switch (value) {
            case byte[] content when content.length == 0 -> out.writeNull();
            case byte[] content -> out.writeString(files.put(row, column, content));
            case PqStruct fields
            when packed.contains(column) ->
                cell(out, row, fields.isNull("bytes") ? fields.getValue("path") : fields.getBinary("bytes"), column);
            case null, default -> value(out, value, column);
        }
    }

    private void object(JsonGenerator out, PqStruct fields, String column) throws IOException {
        out.writeStartObject();
        for (int i = 0; i < fields.getFieldCount(); i++) {
            out.writeFieldName(fields.getFieldName(i));
            value(out, fields.getValue(i), column + "." + fields.getFieldName(i));
        }
        out.writeEndObject();
    }

    private void value(JsonGenerator out, @Nullable Object value, String column) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case Integer number -> whole(out, number, column);
            case Long number -> whole(out, number, column);
            case Float number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case Boolean truth -> out.writeBoolean(truth);
            case PqList list -> {
                out.writeStartArray();
                for (var item : list.values()) {
                    value(out, item, column);
                }
                out.writeEndArray();
            }
            case PqStruct fields -> object(out, fields, column);
            case byte[] _ ->
                throw refused(
                        file,
                        column,
                        "The column holds lists or objects with bytes in them.\nMaybe write each file into a column of its own, or into a ZIP beside a table whose column names it.");
            case PqMap _ ->
                throw refused(file, column, "The column holds maps.\nMaybe write their keys as columns of their own.");
            default -> out.writeString(value.toString());
        }
    }

    /** A class by its name; -1 stands for a label that is not known. */
    private void whole(JsonGenerator out, long number, String column) throws IOException {
        var names = classes.get(column);
        if (names == null || number >= names.size() || number < -1) {
            out.writeNumber(number);
        } else if (number < 0) {
            out.writeNull();
        } else {
            out.writeString(names.get((int) number));
        }
    }

    private static ImportRefused refused(String file, String column, String detail) {
        return new ImportRefused(FieldProblem.in(file, null, column, detail));
    }
}
