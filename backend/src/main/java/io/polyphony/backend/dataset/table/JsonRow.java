package io.polyphony.backend.dataset.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads one object after another as rows: a nested object's keys follow its own behind a dot, and cells are as a CSV would have them. */
final class JsonRow {
    private static final int DEEPEST = 8;
    private final BiConsumer<String, String> problems;
    private Map<String, @Nullable String> cells = new LinkedHashMap<>();
    private @Nullable String column;
    private boolean fits = true;

    /** @param problems told the column and the detail of each */
    JsonRow(BiConsumer<String, String> problems) {
        this.problems = problems;
    }

    /**
     * The cells by column, in the order of the file; null where missing.
     *
     * @param parser at the start of an object, and at its end after
     */
    Map<String, @Nullable String> read(JsonParser parser) throws IOException {
        cells = new LinkedHashMap<>();
        fits = true;
        object(parser, "", 1);
        return cells;
    }

    /** Whether the last row had no problem. */
    boolean fits() {
        return fits;
    }

    /** The column whose cell is being read. */
    @Nullable
    String column() {
        return column;
    }

    private void object(JsonParser parser, String prefix, int depth) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = prefix + parser.currentName();
            column = name;
            var token = parser.nextToken();
            if (token != JsonToken.START_OBJECT) {
                put(name, cell(parser, name, token));
            } else if (depth < DEEPEST) {
                object(parser, name + ".", depth + 1);
            } else {
                parser.skipChildren();
                refuse(
                        name,
                        "The cell lies %d objects deep; at most %d are read.\nMaybe flatten them before the export."
                                .formatted(depth + 1, DEEPEST));
            }
            column = null;
        }
    }

    private void put(String name, @Nullable String cell) {
        if (cells.containsKey(name)) {
            refuse(
                    name,
                    "The row has this column (%s) twice.\nMaybe a key is written twice, or one with a dot in it is that of a nested object too."
                            .formatted(name));
        }
        cells.put(name, cell);
    }

    private @Nullable String cell(JsonParser parser, String name, JsonToken token) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            // The text of a number as it stands in the file, however long it is.
            var text = parser.getText();
            var missing = token == JsonToken.VALUE_STRING ? text.isBlank() : Numbers.isMissing(text);
            return missing ? null : text;
        }
        var cell = JsonList.read(parser).cell();
        if (cell == null) {
            refuse(
                    name,
                    "The array is no cell: it may hold numbers, words, arrays of numbers (one per channel), or boxes ({\"label\": .., \"x\": .., \"y\": .., \"w\": .., \"h\": ..}).\nMaybe write each of its items as a row or as a column of its own; if they are the rows, save this array alone.");
        }
        return cell;
    }

    private void refuse(String name, String detail) {
        fits = false;
        problems.accept(name, detail);
    }

    /** What a value is, in words. */
    static String kind(JsonToken token) {
        if (token == JsonToken.START_ARRAY) {
            return "an array";
        }
        if (token == JsonToken.VALUE_STRING) {
            return "a text";
        }
        return token.isNumeric() ? "a number" : token.asString() == null ? "something else" : token.asString();
    }
}
