package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.SegmentRow;
import io.polyphony.backend.dataset.profile.KnownGroups;
import io.polyphony.backend.dataset.table.SegmentCodec;
import io.polyphony.backend.upload.BlobStore;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the stored rows once more to who asks whether their ids are known; most tables have no such column and are not read again. */
final class KnownRows {
    private KnownRows() {}

    static List<ColumnInfo> settle(List<ColumnInfo> columns, TableScan scan, BlobStore blobs) throws IOException {
        var groups = KnownGroups.of(columns);
        if (groups.isEmpty()) {
            return columns;
        }
        var wanted = new boolean[columns.size()];
        groups.get().positions().forEach(position -> wanted[position] = true);
        for (var segment : scan.segments()) {
            show(segment, wanted, blobs, groups.get());
        }
        return groups.get().settle(columns, scan.rows());
    }

    private static void show(SegmentRow segment, boolean[] wanted, BlobStore blobs, KnownGroups groups)
            throws IOException {
        try (var in = blobs.open(segment.sha())) {
            var cells = SegmentCodec.decode(in, wanted);
            var row = new @Nullable String[wanted.length];
            for (var r = 0; r < segment.rows(); r++) {
                for (var c = 0; c < row.length; c++) {
                    var column = cells[c];
                    row[c] = column == null ? null : column[r];
                }
                groups.row(row);
            }
        }
    }
}
