package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.SegmentRow;
import io.polyphony.backend.dataset.profile.ColumnProfiler;
import io.polyphony.backend.dataset.profile.LeakageHints;
import io.polyphony.backend.dataset.profile.SummaryRow;
import io.polyphony.backend.dataset.table.RowSource;
import io.polyphony.backend.dataset.table.SegmentWriter;
import io.polyphony.backend.upload.BlobStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The one walk over a table: profiles every column, stores the rows as segments, hashes the cells. */
final class TableScan {
    private static final int ROWS_BETWEEN_LOOKS = 512;
    private final RowSource table;
    private final LongConsumer watcher;
    private final List<ColumnProfiler> profilers = new ArrayList<>();
    private final List<SegmentRow> segments = new ArrayList<>();
    private final LeakageHints leakage = new LeakageHints();
    private final ContentHash hash = new ContentHash();
    private final SegmentWriter writer;
    private @Nullable String[] last = {};
    private long rows;

    /** @param watcher told the rows so far, now and then */
    TableScan(RowSource table, BlobStore blobs, LongConsumer watcher) {
        this.table = table;
        this.watcher = watcher;
        table.columns().forEach(column -> profilers.add(new ColumnProfiler(table.writesMissing())));
        this.writer = new SegmentWriter(
                profilers.size(),
                (firstRow, count, bytes) ->
                        segments.add(new SegmentRow(firstRow, count, blobs.put(bytes, "application/gzip"))));
    }

    void run() throws IOException {
        var problems = new Problems();
        rows = table.forEach(this::row, problems);
        problems.refuseIfAny();
        writer.finish();
    }

    private void row(long row, @Nullable String[] cells) {
        for (var i = 0; i < cells.length; i++) {
            // Blanks around a cell mean nothing: " yes" is no other class than "yes".
            cells[i] = cells[i] == null ? null : cells[i].strip();
        }
        writer.row(cells);
        hash.row(cells);
        for (var i = 0; i < cells.length; i++) {
            cells[i] = profilers.get(i).cell(row, cells[i]);
        }
        leakage.row(cells);
        last = cells.clone();
        rows++;
        if (rows % ROWS_BETWEEN_LOOKS == 0) {
            watcher.accept(rows);
        }
    }

    long rows() {
        return rows;
    }

    RowSource table() {
        return table;
    }

    List<ColumnProfiler> profilers() {
        return profilers;
    }

    /** What there is to tell of the last row, in this column. */
    Optional<String> summary(int column) {
        return column < last.length ? SummaryRow.hint(last[column], profilers.get(column)) : Optional.empty();
    }

    List<SegmentRow> segments() {
        return segments;
    }

    LeakageHints leakage() {
        return leakage;
    }

    ContentHash hash() {
        return hash;
    }
}
