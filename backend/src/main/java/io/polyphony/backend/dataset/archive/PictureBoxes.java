package io.polyphony.backend.dataset.archive;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.backend.dataset.SplitPart;
import io.polyphony.engine.data.Box;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A picture of an archive and the things on it.
 *
 * @param image its path
 * @param boxes in its pixels; none where nothing is on it
 * @param part of a split; null where nothing says so
 */
record PictureBoxes(String image, List<Box> boxes, @Nullable String part) {
    /** The columns of {@link #rows}, the last of them where there is a split. */
    static final List<String> COLUMNS = List.of("image", "boxes", "split");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    PictureBoxes {
        boxes = List.copyOf(boxes);
    }

    /** With the part that a folder of its path names. */
    static PictureBoxes of(String image, List<Box> boxes) {
        return new PictureBoxes(image, boxes, part(image).orElse(null));
    }

    /** A file's name without folder and ending. */
    static String stem(String path) {
        var last = path.substring(path.lastIndexOf('/') + 1);
        return last.indexOf('.') < 0 ? last : last.substring(0, last.lastIndexOf('.'));
    }

    private static Optional<String> part(String path) {
        return Stream.of(path.substring(0, path.lastIndexOf('/') + 1).split("/"))
                .filter(folder -> SplitPart.of(folder).isPresent())
                .findFirst();
    }

    /** Rows of cells: with the part where all pictures have one, and some are to be trained on. */
    static List<List<String>> rows(List<PictureBoxes> pictures) {
        boolean split = pictures.stream().allMatch(picture -> picture.part != null)
                && pictures.stream()
                        .anyMatch(picture -> picture.part != null
                                && SplitPart.of(picture.part).equals(Optional.of(SplitPart.TRAIN)));
        return pictures.stream()
                .map(picture -> split && picture.part != null
                        ? List.of(picture.image, cell(picture.boxes), picture.part)
                        : List.of(picture.image, cell(picture.boxes)))
                .toList();
    }

    /** The boxes of a picture as the engine reads them. */
    static String cell(List<Box> boxes) {
        var cell = JSON.createArrayNode();
        for (var box : boxes) {
            cell.addObject()
                    .put("label", box.label())
                    .put("x", box.x())
                    .put("y", box.y())
                    .put("w", box.width())
                    .put("h", box.height());
        }
        return cell.toString();
    }
}
