package io.polyphony.backend.dataset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns stored columns back into rows. */
final class SegmentRows {
    private SegmentRows() {}

    /** The rows of a segment that lie within {@code [from, to)} of the table. */
    static List<List<@Nullable String>> of(
            SegmentRow segment, @Nullable String[] @Nullable [] columns, long from, long to) {
        var rows = new ArrayList<List<@Nullable String>>();
        var first = Math.max(from, segment.firstRow());
        var end = Math.min(to, segment.firstRow() + segment.rows());
        for (var row = first; row < end; row++) {
            var cells = new ArrayList<@Nullable String>();
            for (var column : columns) {
                cells.add(column == null ? null : column[(int) (row - segment.firstRow())]);
            }
            rows.add(cells);
        }
        return rows;
    }
}
