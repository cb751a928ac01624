package io.polyphony.backend.dataset.table;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The one sheet of an Excel workbook that has cells. Its first row with cells names the columns; rows without are passed over.
 *
 * @param columns the header's, up to the last that is not blank
 */
public record ExcelTable(FileSource file, List<String> columns) implements RowSource {
    static final TableFormat FORMAT =
            new TableFormat(List.of(".xlsx", ".xlsm"), Pattern.compile("(?!)"), false, ExcelTable::open);

    /**
     * Reads the header.
     *
     * @throws ImportRefused when the workbook cannot be read, or has no sheet or several with cells
     */
    public static ExcelTable open(FileSource file) throws IOException {
        var header = new ArrayList<String>();
        Workbook.walk(file, row -> {
            texts(row, row.getCellCount()).forEach(cell -> header.add(cell == null ? "" : cell));
            return false;
        });
        while (header.getLast().isBlank()) {
            header.removeLast();
        }
        return new ExcelTable(file, Header.names(file.name(), header, true));
    }

    /** Whether these are the files of a workbook and not of an archive. */
    public static boolean isWorkbook(Collection<String> paths) {
        return paths.contains("xl/workbook.xml");
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public boolean writesMissing() {
        return true;
    }

    @Override
    public long forEach(RowSink sink, Problems problems) throws IOException {
        var walk = new Walk(sink, problems);
        Workbook.walk(file, walk::take);
        if (walk.rows == 0 && problems.isEmpty()) {
            throw new ImportRefused(FieldProblem.in(
                    name(), null, null, "The sheet has a header but no rows.\nMaybe the rows are on another sheet."));
        }
        return walk.rows;
    }

    private static List<@Nullable String> texts(Row row, int count) {
        return IntStream.range(0, count)
                .<@Nullable String>mapToObj(
                        i -> row.getOptionalCell(i).map(ExcelCell::text).orElse(null))
                .toList();
    }

    /** One pass over the rows. */
    private final class Walk {
        private final RowSink sink;
        private final Problems problems;
        private boolean header = true;
        private long rows;

        Walk(RowSink sink, Problems problems) {
            this.sink = sink;
            this.problems = problems;
        }

        boolean take(Row row) {
            if (header) {
                header = false;
                return true;
            }
            var cells = texts(row, Math.max(row.getCellCount(), columns.size()));
            var beyond = cells.subList(columns.size(), cells.size());
            if (beyond.stream().anyMatch(cell -> cell != null)) {
                problems.add(FieldProblem.in(
                        name(),
                        (long) row.getRowNum(),
                        null,
                        "The row has cells beyond the last column (%s).\nMaybe the header misses a name, or lines stand above it."
                                .formatted(columns.getLast())));
                return true;
            }
            rows++;
            sink.row(row.getRowNum(), Arrays.copyOf(cells.toArray(String[]::new), columns.size()));
            return true;
        }
    }
}
