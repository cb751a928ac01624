package io.polyphony.backend.dataset.table;

import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table whose numbers and dates, as people write them, come as programs write them. */
public record StyledTable(RowSource table, List<Written> written) implements Rewritten {

    /** Walks the table once to see how each column is written: the last rows may tell what the first leave open. */
    public static StyledTable of(RowSource table) throws IOException {
        var sample = new RowSample(table.columns().size());
        // What does not fit is reported by the pass that stores the rows.
        table.forEach(sample, new Problems());
        var cells = IntStream.range(0, table.columns().size())
                .mapToObj(sample::column)
                .toList();
        var styles = CellStyles.of(table.columns(), cells, table.commaSeparated());
        return new StyledTable(
                table,
                IntStream.range(0, styles.size())
                        .mapToObj(i -> with(styles.get(i), table.written().get(i)))
                        .toList());
    }

    /** What was doubtful before is so still. */
    private static Written with(Written style, Written before) {
        return before.doubts().stream().reduce(style, Written::doubting, (one, _) -> one);
    }

    @Override
    public long forEach(RowSink sink, Problems problems) throws IOException {
        return table.forEach((row, cells) -> sink.row(row, plain(cells)), problems);
    }

    private @Nullable String[] plain(@Nullable String[] cells) {
        for (var i = 0; i < cells.length; i++) {
            var cell = cells[i];
            cells[i] = cell == null ? null : written.get(i).style().plain(cell);
        }
        return cells;
    }
}
