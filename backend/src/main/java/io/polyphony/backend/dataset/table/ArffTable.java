package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * An ARFF file, as Weka, MULAN and OpenML keep data: names above, rows below whose cells commas (or tabs) part, {@code ?} where
 * missing; or sparse rows, {@code {2 5.1, 7 red}}, that name their columns from 0 and leave out those that say 0. Rows are
 * numbered as the lines of the file.
 */
public final class ArffTable implements RowSource {
    static final TableFormat FORMAT = new TableFormat(
            List.of(".arff"), Pattern.compile("(?i)\uFEFF?(?:\\s++|%[^\\n]*+)*+@relation"), false, ArffTable::open);
    private static final Pattern NAMED = Pattern.compile("(\\d{1,9})\\s+(.+)", Pattern.DOTALL);
    private static final Pattern TWOFOLD = Pattern.compile("(?:^|[,\\t{ ])\"", Pattern.MULTILINE);
    private static final Pattern SINGLE = Pattern.compile("(?:^|[,\\t{ ])'", Pattern.MULTILINE);
    private static final int SAMPLE = 1 << 15;
    private static final String MISSING = "?";

    private final FileSource file;
    private final Charset charset;
    private final ArffHeader header;

    private ArffTable(FileSource file, Charset charset, ArffHeader header) {
        this.file = file;
        this.charset = charset;
        this.header = header;
    }

    /**
     * Reads the header.
     *
     * @throws ImportRefused when it is none
     */
    static ArffTable open(FileSource file) throws IOException {
        var charset = TextEncoding.detectAny(file);
        try (var reader = new BufferedReader(TextEncoding.reader(file, charset))) {
            return new ArffTable(file, charset, ArffHeader.read(file.name(), reader));
        }
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public List<String> columns() {
        return header.columns();
    }

    @Override
    public boolean commaSeparated() {
        return true;
    }

    @Override
    public long forEach(RowSink sink, Problems problems) throws IOException {
        var walk = new Walk(sink, problems);
        try (var text = new BufferedReader(TextEncoding.reader(file, charset), 2 * SAMPLE)) {
            ArffHeader.read(file.name(), text);
            var format = format(text);
            try (var limited = new RecordLimitReader(text);
                    var parser = CSVParser.parse(limited, format)) {
                walk.all(parser, limited);
            }
        }
        if (walk.rows == 0 && problems.isEmpty()) {
            throw ArffHeader.refused(file.name(), header.lines(), "There are no rows below @data.");
        }
        return walk.rows;
    }

    /** Some programs quote with one stroke, some with two, and some part by tabs. */
    private static CSVFormat format(BufferedReader text) throws IOException {
        text.mark(SAMPLE);
        var chars = new char[SAMPLE];
        var sample = new String(chars, 0, Math.max(0, text.read(chars)));
        text.reset();
        boolean twofold = TWOFOLD.matcher(sample).results().count()
                > SINGLE.matcher(sample).results().count();
        return CSVFormat.Builder.create()
                .setDelimiter(sample.indexOf(',') < 0 && sample.indexOf('\t') >= 0 ? '\t' : ',')
                .setQuote(twofold ? '"' : '\'')
                .setEscape('\\')
                .setCommentMarker('%')
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get();
    }

    /** One pass over the rows. */
    private final class Walk {
        private final RowSink sink;
        private final Problems problems;
        private final @Nullable String[] cells = new @Nullable String[columns().size()];
        private long rows;

        Walk(RowSink sink, Problems problems) {
            this.sink = sink;
            this.problems = problems;
        }

        void all(CSVParser parser, RecordLimitReader limited) {
            try {
                for (var row : parser) {
                    limited.nextRecord();
                    take(header.lines() + parser.getCurrentLineNumber(), row);
                }
            } catch (UncheckedIOException malformed) {
                throw ArffHeader.refused(
                        file.name(),
                        header.lines() + parser.getCurrentLineNumber() + 1,
                        "The row cannot be read: %s.\nMaybe a closing quote is missing."
                                .formatted(Objects.requireNonNullElse(malformed.getCause(), malformed)
                                        .getMessage()));
            }
        }

        private void take(long line, CSVRecord row) {
            boolean fits = row.get(0).startsWith("{") ? sparse(line, row) : dense(line, row);
            if (fits) {
                rows++;
                sink.row(line, cells);
            }
        }

        private boolean dense(long line, CSVRecord row) {
            if (row.size() != cells.length) {
                problems.add(FieldProblem.in(
                        name(),
                        line,
                        row.size() < cells.length ? columns().get(row.size()) : null,
                        "The row has %d cells, but there are %d columns.\nMaybe it is cut off, or a comma inside a cell is not quoted."
                                .formatted(row.size(), cells.length)));
                return false;
            }
            for (int i = 0; i < cells.length; i++) {
                put(i, row.get(i));
            }
            return header.relations().isEmpty() || related(line);
        }

        /** Whether the tables within the row are series, which its cells then say. */
        private boolean related(long line) {
            for (var relation : header.relations().entrySet()) {
                int column = relation.getKey();
                var cell = cells[column];
                var series = cell == null
                        ? Optional.<String>empty()
                        : relation.getValue().series(cell);
                if (cell != null && series.isEmpty()) {
                    problems.add(FieldProblem.in(
                            name(),
                            line,
                            columns().get(column),
                            "A row of the table within the cell has not %d numbers, as the header says.\nMaybe the cell is cut off."
                                    .formatted(relation.getValue().columns().size())));
                    return false;
                }
                cells[column] = series.orElse(null);
            }
            return true;
        }

        private boolean sparse(long line, CSVRecord row) {
            for (int i = 0; i < cells.length; i++) {
                put(i, header.absent().get(i));
            }
            var all = String.join("\n", row.toList()).strip();
            if (!all.endsWith("}")) {
                return refused(
                        line,
                        all.substring(all.lastIndexOf('\n') + 1),
                        "Maybe the row is cut off: it must end with }.");
            }
            var inside = all.substring(1, all.length() - 1).strip();
            return inside.isEmpty() || inside.lines().allMatch(cell -> named(line, cell.strip()));
        }

        private boolean named(long line, String cell) {
            var parts = NAMED.matcher(cell);
            if (!parts.matches()) {
                return refused(line, cell, "Maybe the number of the column or its value is missing.");
            }
            int column = Integer.parseInt(parts.group(1));
            if (column >= cells.length) {
                return refused(line, cell, "Maybe columns are counted from 1; there are %d.".formatted(cells.length));
            }
            put(column, ArffHeader.unquoted(parts.group(2)));
            return true;
        }

        private boolean refused(long line, String cell, String cure) {
            problems.add(FieldProblem.in(
                    name(),
                    line,
                    null,
                    "The cell (%s) is no number of a column and its value.\n%s".formatted(cell, cure)));
            return false;
        }

        private void put(int column, String cell) {
            // Weka escapes both strokes, whichever it quotes with; the parser knows of that one only.
            var text = cell.replace("\\\"", "\"").replace("\\'", "'");
            cells[column] = text.isBlank() || text.equals(MISSING) ? null : text;
        }
    }
}
