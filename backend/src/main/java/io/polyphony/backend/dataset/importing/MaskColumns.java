package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.MediaRow;
import io.polyphony.backend.dataset.importing.MediaImport.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the columns whose images are masks of another column's images: few levels, and in every row as large as the image
 * beside it.
 *
 * @param media where the files of each column are named
 * @param rows the files by the cell that names them
 */
record MaskColumns(List<MediaColumn> media, Map<String, MediaRow> rows) {

    /** The same columns; masks are targets. */
    List<ColumnInfo> mark(List<ColumnInfo> columns) {
        return columns.stream()
                .map(column -> pictureOf(column, columns)
                        .map(picture -> marked(column, picture))
                        .orElse(column))
                .toList();
    }

    private static ColumnInfo marked(ColumnInfo column, ColumnInfo picture) {
        int levels = column.media() == null ? 0 : column.media().levels();
        return column.as(
                        ColumnModality.IMAGE,
                        ColumnRole.TARGET,
                        "masks: %d levels in all files, and as large as the image (%s) of their row"
                                .formatted(levels, picture.name()))
                .asSuggestedTarget();
    }

    private Optional<ColumnInfo> pictureOf(ColumnInfo column, List<ColumnInfo> columns) {
        return column.holdsMasks()
                ? columns.stream()
                        .filter(other -> other.modality() == ColumnModality.IMAGE && !other.holdsMasks())
                        .filter(other -> sameSizes(column, other))
                        .findFirst()
                : Optional.empty();
    }

    /** Files are paired by the row that names both of them first. */
    private boolean sameSizes(ColumnInfo column, ColumnInfo other) {
        var others = new HashMap<Long, MediaRow>();
        references(other).forEach(reference -> others.put(reference.row(), rows.get(reference.cell())));
        int pairs = 0;
        for (var reference : references(column)) {
            var mask = rows.get(reference.cell());
            var picture = others.get(reference.row());
            if (mask != null && picture != null) {
                pairs++;
                if (mask.width() != picture.width() || mask.height() != picture.height()) {
                    return false;
                }
            }
        }
        return pairs > 0;
    }

    private List<Reference> references(ColumnInfo column) {
        return media.stream()
                .filter(files -> files.position() == column.position())
                .findFirst()
                .map(MediaColumn::references)
                .orElse(List.of());
    }
}
