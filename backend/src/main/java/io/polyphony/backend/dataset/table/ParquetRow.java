package io.polyphony.backend.dataset.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import dev.hardwood.schema.FileSchema;
import dev.hardwood.schema.SchemaNode;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file as JSON.
 *
 * @param structs the columns that hold objects
 */
record ParquetRow(String file, Set<String> structs) {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

    ParquetRow(String file, FileSchema schema) {
        this(
                file,
                schema.getRootNode().children().stream()
                        .filter(node -> node instanceof SchemaNode.GroupNode group && group.isStruct())
                        .map(SchemaNode::name)
                        .collect(Collectors.toSet()));
    }

    /** A line with an object. A missing cell is null, but an object that is missing has no keys that may be missing. */
    byte[] json(RowReader row) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            for (int i = 0; i < row.getFieldCount(); i++) {
                var name = row.getFieldName(i);
                if (!row.isNull(i) || !structs.contains(name)) {
                    out.writeFieldName(name);
                    value(out, row.getValue(i), name);
                }
            }
            out.writeEndObject();
            out.writeRaw('\n');
        }
        return bytes.toByteArray();
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
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
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
                        column,
                        "The column holds bytes.\nMaybe write them as files into a ZIP, beside a table whose column names them.");
            case PqMap _ ->
                throw refused(column, "The column holds maps.\nMaybe write their keys as columns of their own.");
            default -> out.writeString(value.toString());
        }
    }

    private ImportRefused refused(String column, String detail) {
        return new ImportRefused(FieldProblem.in(file, null, column, detail));
    }
}
