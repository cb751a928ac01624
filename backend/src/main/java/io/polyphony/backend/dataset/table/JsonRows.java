package io.polyphony.backend.dataset.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON Lines, or a JSON array: one object per row, in UTF-8. Rows need not have the same keys, so that a first pass collects
 * them, in the order in which they first appear, and refuses what cannot be read; a second one gives the rows. One row at a
 * time is held in memory.
 */
public final class JsonRows implements RowSource {
    static final TableFormat LINES = new TableFormat(
            List.of(".jsonl", ".ndjson"), Pattern.compile("\uFEFF?\\s*\\{\\s*\""), false, JsonRows::open);
    /** Programs write JSON Lines into files of this ending too. */
    static final TableFormat ARRAY =
            new TableFormat(List.of(".json"), Pattern.compile("\uFEFF?\\s*\\[\\s*\\{"), true, JsonRows::open);

    private static final int DEEPEST = 64;
    private static final JsonFactory JSON = JsonFactory.builder()
            // Python writes missing numbers so.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(Header.LONGEST_NAME)
                    .build())
            .build();

    private final FileSource file;
    private final List<String> keys;
    private final List<String> columns;

    private JsonRows(FileSource file, List<String> keys, List<String> columns) {
        this.file = file;
        this.keys = keys;
        this.columns = columns;
    }

    /**
     * Reads the whole file once.
     *
     * @throws ImportRefused when it is no table
     */
    static JsonRows open(FileSource file) throws IOException {
        if (!TextEncoding.detect(file).equals(StandardCharsets.UTF_8)) {
            throw refused(file, null, null, "The file is not written in UTF-8, as JSON is.\nMaybe save it as UTF-8.");
        }
        var found = new LinkedHashSet<String>();
        var problems = new Problems();
        var rows = new Walk(file, problems, (row, cells) -> collect(file, found, row, cells)).all();
        problems.refuseIfAny();
        if (found.isEmpty()) {
            throw refused(
                    file, null, null, "The file has %d rows and no columns.\nMaybe the export failed.".formatted(rows));
        }
        var keys = List.copyOf(found);
        return new JsonRows(file, keys, Header.names(file.name(), keys, true));
    }

    private static void collect(
            FileSource file, SequencedSet<String> found, long row, Map<String, @Nullable String> cells) {
        found.addAll(cells.keySet());
        if (found.size() > Header.MOST_COLUMNS) {
            throw refused(
                    file,
                    row,
                    null,
                    "Up to this row there are %d different keys; at most %d columns are supported.\nMaybe keys hold values, such as names or dates: write them as a column of their own."
                            .formatted(found.size(), Header.MOST_COLUMNS));
        }
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean writesMissing() {
        return true;
    }

    @Override
    public long forEach(RowSink sink, Problems problems) throws IOException {
        var row = new @Nullable String[keys.size()];
        Taker taker = (number, cells) -> {
            for (var i = 0; i < row.length; i++) {
                row[i] = cells.get(keys.get(i));
            }
            sink.row(number, row);
        };
        return new Walk(file, problems, taker).all();
    }

    private static ImportRefused refused(FileSource file, @Nullable Long row, @Nullable String column, String detail) {
        return new ImportRefused(FieldProblem.in(file.name(), row, column, detail));
    }

    /** Takes a row: its cells by key; null where missing. */
    @FunctionalInterface
    private interface Taker {
        void take(long number, Map<String, @Nullable String> cells);
    }

    /** One pass over the rows. */
    private static final class Walk {
        private final FileSource file;
        private final Problems problems;
        private final Taker taker;
        private final JsonRow row;
        private long number = 1;
        private long taken;

        Walk(FileSource file, Problems problems, Taker taker) {
            this.file = file;
            this.problems = problems;
            this.taker = taker;
            this.row =
                    new JsonRow((column, detail) -> problems.add(FieldProblem.in(file.name(), number, column, detail)));
        }

        long all() throws IOException {
            try (var limited = new RecordLimitReader(TextEncoding.reader(file, StandardCharsets.UTF_8));
                    var parser = JSON.createParser(limited)) {
                rows(parser, limited);
            } catch (RecordLimitReader.RecordTooLong | JsonProcessingException malformed) {
                throw refused(file, number, row.column(), explain(malformed));
            }
            return taken;
        }

        private void rows(JsonParser parser, RecordLimitReader limited) throws IOException {
            var token = parser.nextToken();
            if (token == null) {
                throw refused(file, null, null, "The file holds nothing but blanks.");
            }
            var array = token == JsonToken.START_ARRAY;
            for (token = array ? parser.nextToken() : token;
                    token != null && token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                row(parser, token);
                limited.nextRecord();
            }
            if (array && parser.nextToken() != null) {
                throw refused(
                        file,
                        number,
                        null,
                        "The file goes on after the end of its array.\nMaybe write either one array of objects, or one object per line.");
            }
        }

        private void row(JsonParser parser, JsonToken token) throws IOException {
            if (token == JsonToken.START_OBJECT) {
                var cells = row.read(parser);
                if (row.fits()) {
                    taker.take(number, cells);
                    taken++;
                }
            } else {
                parser.skipChildren();
                problems.add(FieldProblem.in(
                        file.name(),
                        number,
                        null,
                        "The row is no object but %s.\nMaybe write it as an object that names the columns: {\"age\": 31, \"city\": \"Rome\"}."
                                .formatted(JsonRow.kind(token))));
            }
            number++;
        }

        private static String explain(IOException malformed) {
            if (malformed instanceof JsonProcessingException json) {
                // Without the parser's own settings and its place within the stream.
                var message = json.getOriginalMessage()
                        .replaceAll(",? from `[^`]*`", "")
                        .replaceAll(" \\(start marker at \\[[^\\]]*]\\)", "");
                return "The row cannot be read: %s (line %d).\nMaybe a quote, a comma or a bracket is missing, or a quote inside a text lacks its backslash."
                        .formatted(
                                message,
                                json.getLocation() == null
                                        ? 1
                                        : json.getLocation().getLineNr());
            }
            return "The row cannot be read: %s.\nMaybe a closing quote or bracket is missing, or files are written into the table: put them into a ZIP beside it."
                    .formatted(malformed.getMessage());
        }
    }
}
