package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.media.MediaKind;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.backend.dataset.table.RowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Boxes on pictures as Pascal VOC has them (Everingham et al. 2010, "The Pascal Visual Object Classes Challenge"): an XML file for each
 * picture, with the corners of every object in pixels. Objects whose corners are one point or line are left out.
 *
 * @param rows picture, its boxes as a JSON array, and what the row is for where folders or {@linkplain SplitLists lists} say so
 */
public record VocTable(String name, List<List<String>> rows) implements RowSource {

    /**
     * The pictures of an archive without a table, where some XML files are such annotations.
     *
     * @throws ImportRefused where one is broken, or where there is no picture for one
     */
    public static Optional<VocTable> of(String archive, Collection<String> paths, Function<String, FileSource> files)
            throws IOException {
        var stems = stems(paths);
        var lists = SplitLists.of(paths, files);
        var pictures = new ArrayList<PictureBoxes>();
        for (var path : paths) {
            if (path.endsWith(".xml")) {
                var found = VocAnnotation.read(files.apply(path));
                if (found.isPresent()) {
                    var image = image(path, found.get(), paths, stems);
                    pictures.add(lists.parted(PictureBoxes.of(image, found.get().boxes())));
                }
            }
        }
        return pictures.isEmpty() ? Optional.empty() : Optional.of(new VocTable(archive, PictureBoxes.rows(pictures)));
    }

    /** The pictures by their names without folders and endings; those that several have are left out. */
    private static Map<String, String> stems(Collection<String> paths) {
        var stems = new HashMap<String, String>();
        var several = new HashSet<String>();
        for (var path : paths) {
            var image = MediaKind.byName(path).filter(kind -> kind == MediaKind.IMAGE);
            if (image.isPresent() && stems.put(PictureBoxes.stem(path), path) != null) {
                several.add(PictureBoxes.stem(path));
            }
        }
        stems.keySet().removeAll(several);
        return stems;
    }

    /** Beside the annotation, or of its name anywhere, or of the name that it tells, which is often that of a file before it was renamed. */
    private static String image(
            String path, VocAnnotation annotation, Collection<String> paths, Map<String, String> stems) {
        var folder = path.substring(0, path.lastIndexOf('/') + 1);
        if (paths.contains(folder + annotation.file())) {
            return folder + annotation.file();
        }
        return Optional.ofNullable(stems.get(PictureBoxes.stem(path)))
                .or(() -> Optional.ofNullable(stems.get(PictureBoxes.stem(annotation.file()))))
                .orElseThrow(() -> new ImportRefused(FieldProblem.in(
                        path,
                        null,
                        null,
                        "There is no picture (%s), or there are several of that name.\nMaybe pack it beside its annotation."
                                .formatted(annotation.file()))));
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
