package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.media.MediaKind;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.RowSource;
import io.polyphony.engine.data.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Boxes on pictures as YOLO has them (Redmon et al. 2016; the layout of Darknet and Ultralytics): a text file for each picture, in the folder
 * {@code labels} beside {@code images} or next to it. A picture without one has nothing on it, as long as others of its folder have one; a
 * folder without any is left out.
 *
 * @param rows picture, its boxes as a JSON array, and what the row is for where folders or {@linkplain SplitLists lists} say so
 */
public record YoloTable(String name, List<List<String>> rows) implements RowSource {

    /** Looks up how large a picture is. */
    @FunctionalInterface
    public interface Sizes {
        /** Width and height in pixels. */
        int[] of(String path) throws IOException;
    }

    /**
     * The pictures of an archive without a table, where most text files of their names are such labels.
     *
     * @throws ImportRefused naming the line that is none, or whose class has no name
     */
    public static Optional<YoloTable> of(
            String archive, Collection<String> paths, Function<String, FileSource> files, Sizes sizes)
            throws IOException {
        var labels = labels(paths);
        int readable = 0;
        for (var path : labels.values()) {
            readable += YoloLabels.readable(files.apply(path)) ? 1 : 0;
        }
        if (2 * readable <= labels.size()) {
            return Optional.empty();
        }
        var names = YoloNames.of(paths, files);
        var folders = new TreeSet<String>();
        labels.keySet().forEach(image -> folders.add(folder(image)));
        var lists = SplitLists.of(paths, files);
        var pictures = new ArrayList<PictureBoxes>();
        for (var image : images(paths)) {
            var label = labels.get(image);
            if (label != null) {
                var boxes = boxes(files.apply(label), names, sizes.of(image));
                pictures.add(lists.parted(PictureBoxes.of(image, boxes)));
            } else if (folders.contains(folder(image))) {
                pictures.add(lists.parted(PictureBoxes.of(image, List.of())));
            }
        }
        return Optional.of(new YoloTable(archive, PictureBoxes.rows(pictures)));
    }

    private static List<String> images(Collection<String> paths) {
        return paths.stream()
                .filter(path -> MediaKind.byName(path)
                        .filter(kind -> kind == MediaKind.IMAGE)
                        .isPresent())
                .toList();
    }

    /** The text file of each picture that has one. */
    private static Map<String, String> labels(Collection<String> paths) {
        var labels = new LinkedHashMap<String, String>();
        for (var image : images(paths)) {
            var beside = image.substring(0, image.lastIndexOf('.')) + ".txt";
            var other = "/" + beside;
            int images = other.lastIndexOf("/images/");
            var apart = images < 0
                    ? beside
                    : (other.substring(0, images) + "/labels/" + other.substring(images + "/images/".length()))
                            .substring(1);
            List.of(apart, beside).stream()
                    .filter(path -> paths.contains(path) && !YoloNames.isList(path))
                    .findFirst()
                    .ifPresent(path -> labels.put(image, path));
        }
        return labels;
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static List<Box> boxes(FileSource label, Map<Integer, String> names, int[] size) throws IOException {
        var boxes = new ArrayList<Box>();
        for (var line : YoloLabels.read(label)) {
            var name = names.isEmpty() ? String.valueOf(line.type()) : names.get(line.type());
            if (name == null) {
                throw new ImportRefused(FieldProblem.in(
                        label.name(),
                        null,
                        null,
                        "The class %d has no name: there are %d names.\nMaybe add it to names in data.yaml, or to classes.txt; the first class is 0."
                                .formatted(line.type(), names.size())));
            }
            boxes.add(line.box(name, size[0], size[1]));
        }
        return boxes;
    }

    @Override
    public List<String> columns() {
        return PictureBoxes.COLUMNS.subList(0, rows.getFirst().size());
    }

    @Override
    public long forEach(RowSink sink, Problems problems) {
        return RowSource.giveAll(rows, sink);
    }
}
