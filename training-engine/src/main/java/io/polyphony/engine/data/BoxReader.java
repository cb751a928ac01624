package io.polyphony.engine.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the boxes of one table, and the sizes of their pictures. */
final class BoxReader {
    private final Column cells;
    private final String target;
    private final @Nullable MediaColumn pictures;
    private final int size;

    BoxReader(Table table, String target, String picture, int size) {
        this.cells = table.has(target) ? table.column(target) : new Column.Texts(new String[table.rows()]);
        this.target = target;
        this.pictures = table.has(picture) ? MediaColumn.of(table, picture) : null;
        this.size = size;
    }

    /** A row's boxes in its picture's pixels; null where there are none to know. */
    @Nullable
    List<Box> cell(int row) {
        var text = Labels.text(cells, row, target);
        try {
            return text == null ? null : BoxCells.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Row %d of the target (%s): %s".formatted(row + 1, target, e.getMessage()), e);
        }
    }

    /** The row's picture and the parts of its boxes that are on it. */
    Boxes.Scene scene(int row) {
        var extent = extent(row);
        var boxes = extent == null ? null : cell(row);
        if (extent == null || boxes == null) {
            return extent == null ? new Boxes.Scene(size, size, null) : new Boxes.Scene(extent[0], extent[1], null);
        }
        var seen = boxes.stream()
                .map(box -> box.within(extent[1], extent[0]))
                .filter(box -> box.area() > 0)
                .toList();
        return new Boxes.Scene(extent[0], extent[1], seen);
    }

    private int @Nullable [] extent(int row) {
        return pictures == null ? null : pictures.decode(row, ImageDecoder::extent);
    }

    /** Refuses boxes that are told in shares of the picture, or by corners or middles. */
    void requireInside(int row) {
        var scene = scene(row);
        var boxes = scene.boxes() == null ? null : cell(row);
        for (var box : boxes == null ? List.<Box>of() : boxes) {
            var seen = box.within(scene.width(), scene.height());
            boolean share = box.x() + box.width() <= 1 && box.y() + box.height() <= 1;
            if (seen.area() < box.area() / 2 || share && scene.width() > 1) {
                throw new IllegalArgumentException(
                        "The box (%s %s %s %s %s) in data row %d of the target (%s) does not lie on its picture of %d x %d pixels.%nMaybe boxes are given as shares, corners or middles: they are the left side, the upper side, the width and the height, in pixels of the picture."
                                .formatted(
                                        box.label(),
                                        Labels.written(box.x()),
                                        Labels.written(box.y()),
                                        Labels.written(box.width()),
                                        Labels.written(box.height()),
                                        row + 1,
                                        target,
                                        scene.width(),
                                        scene.height()));
            }
        }
    }
}
