package io.polyphony.engine.training;

import io.polyphony.engine.data.Box;
import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of several sizes with none to three rectangles, red or blue, on a noisy ground; some rows lack their boxes, some
 * their picture. A word beside each picture has a mood.
 */
final class Rectangles {
    private static final Map<String, Integer> COLOURS = Map.of("red", 0xE03020, "blue", 0x2030E0);

    private Rectangles() {}

    static Table table(int rows, long seed) {
        var random = new SplittableRandom(seed);
        var pictures = new byte[rows][];
        var cells = new @Nullable String[rows];
        var words = new String[rows];
        var moods = new String[rows];
        for (int row = 0; row < rows; row++) {
            int height = random.nextInt(40, 80);
            int width = random.nextInt(40, 80);
            var boxes = boxes(height, width, random.split());
            pictures[row] = row % 29 == 7 ? Samples.NO_FILE : picture(height, width, boxes, random.split());
            cells[row] = row % 13 == 5 ? null : cell(boxes, row);
            boolean glad = random.nextBoolean();
            words[row] = glad ? "glad" : "sad";
            moods[row] = glad ? "yes" : "no";
        }
        return Samples.table(Map.of(
                "image", Samples.files(pictures),
                "boxes", Samples.texts(cells),
                "word", Samples.texts(words),
                "mood", Samples.texts(moods)));
    }

    static byte[] picture(Table table, int row) {
        var bytes = ((Column.Files) table.column("image")).reader().read(row);
        if (bytes == null) {
            throw new AssertionError("Row %d has no picture.".formatted(row));
        }
        return bytes;
    }

    private static List<Box> boxes(int height, int width, SplittableRandom random) {
        var boxes = new ArrayList<Box>();
        for (int wanted = random.nextInt(4); wanted > 0; wanted--) {
            int wide = random.nextInt(10, 24);
            int tall = random.nextInt(10, 24);
            var box = new Box(
                    random.nextBoolean() ? "red" : "blue",
                    random.nextInt(width - wide),
                    random.nextInt(height - tall),
                    wide,
                    tall);
            if (boxes.stream().allMatch(other -> other.iou(box) == 0)) {
                boxes.add(box);
            }
        }
        return boxes;
    }

    private static byte[] picture(int height, int width, List<Box> boxes, SplittableRandom random) {
        return Samples.png(height, width, i -> {
            int shade = random.nextInt(90, 160);
            int colour = shade * 0x010101;
            for (var box : boxes) {
                boolean across = i % width >= box.x() && i % width < box.x() + box.width();
                boolean down = i / width >= box.y() && i / width < box.y() + box.height();
                colour = across && down ? COLOURS.getOrDefault(box.label(), 0) : colour;
            }
            return colour;
        });
    }

    /** Either of the two ways of writing them. */
    private static String cell(List<Box> boxes, int row) {
        return row % 2 == 0
                ? boxes.stream()
                        .map(box -> "{\"x\":%s,\"y\":%s,\"w\":%s,\"h\":%s,\"label\":\"%s\"}"
                                .formatted(box.x(), box.y(), box.width(), box.height(), box.label()))
                        .collect(Collectors.joining(",", "[", "]"))
                : boxes.isEmpty()
                        ? "[]"
                        : boxes.stream()
                                .map(box -> "%s %s %s %s %s"
                                        .formatted(box.label(), box.x(), box.y(), box.width(), box.height()))
                                .collect(Collectors.joining("; "));
    }
}
