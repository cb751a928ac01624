package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.backend.dataset.MediaRow;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.importing.MediaImport.Reference;
import java.util.ArrayList;
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
    /** So many masks must fit their images for one that does not to be a fault. */
    private static final int MANY = 4;

    private static final double SHAPE = 0.02;

    /**
     * The same columns; masks are targets.
     *
     * @param problems told the few masks that are not as large as their image, where most are
     */
    List<ColumnInfo> mark(List<ColumnInfo> columns, Problems problems) {
        return columns.stream()
                .map(column -> pictureOf(column, columns, problems)
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

    private Optional<ColumnInfo> pictureOf(ColumnInfo column, List<ColumnInfo> columns, Problems problems) {
        if (!column.holdsMasks()) {
            return Optional.empty();
        }
        var pictures = columns.stream()
                .filter(other -> other.modality() == ColumnModality.IMAGE && !other.holdsMasks())
                .toList();
        var found =
                pictures.stream().filter(other -> pairs(column, other).fit()).findFirst();
        if (found.isEmpty()) {
            pictures.stream()
                    .map(other -> pairs(column, other))
                    .filter(Pairs::nearlyFit)
                    .findFirst()
                    .ifPresent(pairs -> pairs.others().forEach(problems::add));
        }
        return found;
    }

    /** Files are paired by the row that names both of them first. */
    private Pairs pairs(ColumnInfo column, ColumnInfo other) {
        var others = new HashMap<Long, MediaRow>();
        references(other).forEach(reference -> others.put(reference.row(), rows.get(reference.cell())));
        int equal = 0;
        int scaled = 0;
        var odd = new ArrayList<FieldProblem>();
        for (var reference : references(column)) {
            var mask = rows.get(reference.cell());
            var picture = others.get(reference.row());
            if (mask != null && picture != null) {
                if (mask.width() == picture.width() && mask.height() == picture.height()) {
                    equal++;
                } else if (alike(mask, picture)) {
                    scaled++;
                } else {
                    odd.add(problem(reference, mask, picture));
                }
            }
        }
        return new Pairs(equal, scaled, odd);
    }

    /** Whether the mask has the picture's shape, within a pixel or 2 %: the engine scales such masks. */
    private static boolean alike(MediaRow mask, MediaRow picture) {
        var tall = (double) mask.height() * picture.width();
        var wide = (double) mask.width() * picture.height();
        return Math.abs(tall - wide) <= Math.max(picture.width(), SHAPE * Math.max(tall, wide));
    }

    private static FieldProblem problem(Reference reference, MediaRow mask, MediaRow picture) {
        return FieldProblem.in(
                reference.table(),
                reference.row(),
                reference.column(),
                "The mask (%s) has %d x %d pixels, but its image (%s) has %d x %d, which is another shape.\nMaybe it belongs to another image: the other masks are as large as theirs."
                        .formatted(
                                mask.path(),
                                mask.width(),
                                mask.height(),
                                picture.path(),
                                picture.width(),
                                picture.height()));
    }

    /**
     * Masks beside images.
     *
     * @param equal how many are as large as their image
     * @param scaled how many have only its shape
     * @param others the rest
     */
    private record Pairs(int equal, int scaled, List<FieldProblem> others) {
        boolean fit() {
            return equal > 0 && others.isEmpty() && equal >= MANY * scaled;
        }

        boolean nearlyFit() {
            return equal >= MANY * others.size();
        }
    }

    private List<Reference> references(ColumnInfo column) {
        return media.stream()
                .filter(files -> files.position() == column.position())
                .findFirst()
                .map(MediaColumn::references)
                .orElse(List.of());
    }
}
