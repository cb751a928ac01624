package io.polyphony.benchmarks;

import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.FileReader;
import io.polyphony.engine.data.Table;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A table read from delimited text; every cell is text until someone says otherwise. */
public record RawTable(int rows, Map<String, @Nullable String[]> cells, Map<String, Column> typed) implements Table {

    public static RawTable read(Reader csv) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(csv)) {
            var records = parser.getRecords();
            var cells = new LinkedHashMap<String, @Nullable String[]>();
            for (var name : parser.getHeaderNames()) {
                cells.put(name, column(records, name));
            }
            return new RawTable(records.size(), cells, new LinkedHashMap<>());
        }
    }

    private static @Nullable String[] column(List<CSVRecord> records, String name) {
        var column = new @Nullable String[records.size()];
        for (var i = 0; i < column.length; i++) {
            var cell = records.get(i).get(name);
            column[i] = cell.isEmpty() ? null : cell;
        }
        return column;
    }

    /** Takes these columns as numbers. */
    public RawTable withNumbers(String... names) {
        for (var name : names) {
            var values = Arrays.stream(texts(name))
                    .mapToDouble(cell -> cell == null ? Double.NaN : Double.parseDouble(cell))
                    .toArray();
            typed.put(name, new Column.Numbers(values));
        }
        return this;
    }

    /** Takes these columns as numbers over time, seen from these moments. */
    public RawTable withWindows(int[] moments, int past, int ahead, String... names) {
        withNumbers(names);
        for (var name : names) {
            if (typed.get(name) instanceof Column.Numbers(var values)) {
                typed.put(name, new Column.Windows(values, moments, past, ahead));
            }
        }
        return this;
    }

    /** Takes that column as paths of these files. */
    public RawTable withFiles(String name, Map<String, byte[]> files) {
        var paths = texts(name);
        typed.put(name, new Column.Files(rows, new FileReader() {
            @Override
            public byte @Nullable [] read(int row) {
                return paths[row] == null ? null : files.get(paths[row]);
            }

            @Override
            public String name(int row) {
                return String.valueOf(paths[row]);
            }
        }));
        return this;
    }

    /** The rows whose cell is that value. */
    public int[] where(String name, String value) {
        var texts = texts(name);
        return IntStream.range(0, rows).filter(row -> value.equals(texts[row])).toArray();
    }

    public @Nullable String[] texts(String name) {
        var column = cells.get(name);
        if (column == null) {
            throw new IllegalArgumentException("There is no column (%s), only %s.".formatted(name, cells.keySet()));
        }
        return column;
    }

    @Override
    public Column column(String name) {
        var column = typed.get(name);
        return column == null ? new Column.Texts(texts(name)) : column;
    }
}
