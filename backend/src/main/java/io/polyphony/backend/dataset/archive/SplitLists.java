package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.dataset.SplitPart;
import io.polyphony.backend.dataset.table.FileSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Text files called {@code train.txt}, {@code val.txt} and {@code test.txt} that name a picture per line, by its path or without folder and
 * ending: Pascal VOC's {@code ImageSets/Main}, and Darknet's lists.
 *
 * @param parts by picture without folder and ending
 */
record SplitLists(Map<String, String> parts) {
    private static final String ENDING = ".txt";
    /** Beside it VOC has lists for other purposes, which part other pictures in other ways. */
    private static final String SETS = "ImageSets/";

    /** Those of an archive; empty where two of them name the same picture. */
    static SplitLists of(Collection<String> paths, Function<String, FileSource> files) throws IOException {
        var parts = new HashMap<String, String>();
        for (var path : paths) {
            var part = part(path);
            for (var line : part.isPresent() ? lines(files.apply(path)) : List.<String>of()) {
                var before = parts.put(PictureBoxes.stem(line), part.orElseThrow());
                if (before != null && !before.equals(part.orElseThrow())) {
                    return new SplitLists(Map.of());
                }
            }
        }
        return new SplitLists(parts);
    }

    private static Optional<String> part(String path) {
        boolean counts = !path.contains(SETS) || path.contains(SETS + "Main/");
        var name = PictureBoxes.stem(path);
        return Optional.of(name)
                .filter(word ->
                        counts && path.endsWith(ENDING) && SplitPart.of(word).isPresent());
    }

    /** VOC has a number behind the name in lists of one class. */
    private static List<String> lines(FileSource list) throws IOException {
        try (var in = list.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.strip().split("\\s", 2)[0])
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** The picture with the part that a list names, where its folders name none. */
    PictureBoxes parted(PictureBoxes picture) {
        var listed = parts.get(PictureBoxes.stem(picture.image()));
        return picture.part() != null || listed == null
                ? picture
                : new PictureBoxes(picture.image(), picture.boxes(), listed);
    }
}
