package io.polyphony.backend.dataset.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers rows into segments of a few megabytes, so that a table of any length passes through bounded memory. */
public final class SegmentWriter {
    private static final int MOST_ROWS = 1 << 16;
    private static final int MOST_CHARACTERS = 4 << 20;
    private final SegmentSink sink;
    private final List<List<@Nullable String>> columns = new ArrayList<>();
    private long firstRow;
    private int rows;
    private long characters;

    /** Takes a finished segment. */
    @FunctionalInterface
    public interface SegmentSink {
        /** @param firstRow 0-based row of the table that the segment starts with */
        void segment(long firstRow, int rows, byte[] encoded);
    }

    public SegmentWriter(int columns, SegmentSink sink) {
        this.sink = sink;
        for (var i = 0; i < columns; i++) {
            this.columns.add(new ArrayList<>());
        }
    }

    /** Adds one row; the array may be reused by the caller. */
    public void row(@Nullable String[] cells) {
        for (var i = 0; i < cells.length; i++) {
            var cell = cells[i];
            columns.get(i).add(cell);
            characters += cell == null ? 0 : cell.length();
        }
        rows++;
        if (rows >= MOST_ROWS || characters >= MOST_CHARACTERS) {
            flush();
        }
    }

    /** Hands out what is left. */
    public void finish() {
        if (rows > 0) {
            flush();
        }
    }

    private void flush() {
        var arrays = new ArrayList<@Nullable String[]>();
        for (var column : columns) {
            arrays.add(column.toArray(new @Nullable String[0]));
            column.clear();
        }
        sink.segment(firstRow, rows, SegmentCodec.encode(arrays));
        firstRow += rows;
        rows = 0;
        characters = 0;
    }
}
