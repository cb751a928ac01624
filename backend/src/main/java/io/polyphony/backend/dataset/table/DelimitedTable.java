package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A CSV or TSV file: its dialect, its columns, and its rows as often as one likes to walk them. */
public final class DelimitedTable implements RowSource {
    static final TableFormat FORMAT =
            new TableFormat(List.of(".csv", ".tsv", ".tab"), Pattern.compile(""), false, DelimitedTable::open);
    private static final int SAMPLE = 1 << 18;
    private final FileSource file;
    private final Dialect dialect;
    private final List<String> columns;

    private DelimitedTable(FileSource file, Dialect dialect, List<String> columns) {
        this.file = file;
        this.dialect = dialect;
        this.columns = columns;
    }

    /**
     * Reads the start of the file.
     *
     * @throws ImportRefused when it is no table
     */
    public static DelimitedTable open(FileSource file) throws IOException {
        var charset = TextEncoding.detect(file);
        String sample;
        boolean whole;
        try (var reader = new LoneReturns(TextEncoding.reader(file, charset))) {
            var chars = new char[SAMPLE];
            var length = readFully(reader, chars);
            sample = new String(chars, 0, length);
            whole = length < SAMPLE;
        }
        if (sample.isBlank()) {
            throw new ImportRefused(FieldProblem.in(file.name(), null, null, "The file holds nothing but blanks."));
        }
        var dialect = DialectDetector.detect(sample, whole, charset);
        return new DelimitedTable(file, dialect, columns(file, dialect));
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
    public boolean commaSeparated() {
        return dialect.delimiter() == ',';
    }

    @Override
    public boolean writesMissing() {
        return true;
    }

    @Override
    public long forEach(RowSink sink, Problems problems) throws IOException {
        var walk = new Walk(sink, problems);
        try (var limited = new RecordLimitReader(text(file, dialect));
                var parser = CSVParser.parse(limited, DialectDetector.format(dialect.delimiter()))) {
            walk.all(parser, limited);
        }
        if (walk.rows == 0 && problems.isEmpty()) {
            throw new ImportRefused(FieldProblem.in(
                    file.name(),
                    null,
                    null,
                    "The file has a header but no rows.\nMaybe the export stopped after the first line."));
        }
        return walk.rows;
    }

    private static List<String> columns(FileSource file, Dialect dialect) throws IOException {
        try (var limited = new RecordLimitReader(text(file, dialect));
                var parser = CSVParser.parse(limited, DialectDetector.format(dialect.delimiter()))) {
            var iterator = parser.iterator();
            var first = next(file, iterator, 1);
            for (int above = 0; above < dialect.preamble(); above++) {
                first = next(file, iterator, 1);
            }
            if (first == null) {
                throw new ImportRefused(FieldProblem.in(file.name(), null, null, "The file has no rows."));
            }
            var names = dialect.rowNames() ? Stream.concat(Stream.of(""), first.stream()) : first.stream();
            return Header.names(file.name(), names.toList(), dialect.header());
        }
    }

    private static Reader text(FileSource file, Dialect dialect) throws IOException {
        var text = SeparatorLine.without(new LoneReturns(TextEncoding.reader(file, dialect.charset())));
        return dialect.delimiter() == DialectDetector.BLANK ? new BlankRuns(text) : text;
    }

    private static @Nullable CSVRecord next(FileSource file, Iterator<CSVRecord> iterator, long row) {
        try {
            return iterator.hasNext() ? iterator.next() : null;
        } catch (UncheckedIOException | IllegalStateException malformed) {
            throw new ImportRefused(FieldProblem.in(file.name(), row, null, explain(malformed)));
        }
    }

    private static String explain(RuntimeException malformed) {
        var cause = malformed.getCause() == null ? malformed : malformed.getCause();
        if (cause instanceof RecordLimitReader.RecordTooLong) {
            return "The row cannot be read: " + cause.getMessage() + ".\nMaybe a closing quote is missing.";
        }
        return "The row cannot be read: " + cause.getMessage()
                + ".\nMaybe a quote inside a cell is not doubled, or the closing quote is missing.";
    }

    private static int readFully(Reader reader, char[] chars) throws IOException {
        var length = 0;
        for (var n = 0; n >= 0 && length < chars.length; length += Math.max(n, 0)) {
            n = reader.read(chars, length, chars.length - length);
        }
        return length;
    }

    /** One pass over the rows. */
    private final class Walk {
        private final RowSink sink;
        private final Problems problems;
        private final @Nullable String[] cells = new @Nullable String[columns.size()];
        private long rows;

        Walk(RowSink sink, Problems problems) {
            this.sink = sink;
            this.problems = problems;
        }

        void all(CSVParser parser, RecordLimitReader limited) {
            var iterator = parser.iterator();
            var number = 1L;
            int above = dialect.preamble();
            for (var record = next(file, iterator, number); record != null; record = next(file, iterator, number)) {
                limited.nextRecord();
                if (above > 0) {
                    above--;
                    continue;
                }
                if (number > 1 || !dialect.header()) {
                    take(number, record);
                }
                number++;
            }
        }

        private void take(long number, CSVRecord record) {
            if (record.size() != columns.size() && !DialectDetector.endsBlank(record.toList(), columns.size())) {
                problems.add(ragged(number, record.size()));
                return;
            }
            for (var i = 0; i < cells.length; i++) {
                var cell = record.get(i);
                cells[i] = cell.isBlank() ? null : cell;
            }
            rows++;
            sink.row(number, cells);
        }

        private FieldProblem ragged(long number, int size) {
            var column = size < columns.size() ? columns.get(size) : String.valueOf(columns.size() + 1);
            var cure = size < columns.size()
                    ? "Maybe the row is cut off, or a line break inside a cell is not quoted."
                    : "Maybe a delimiter inside a cell is not quoted.";
            return FieldProblem.in(
                    file.name(),
                    number,
                    column,
                    "The row has %d cells, but there are %d columns.\n%s".formatted(size, columns.size(), cure));
        }
    }
}
