package io.polyphony.backend.dataset.archive;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.table.FileSource;
import io.polyphony.engine.data.Box;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The labels of one picture as YOLO writes them: a line {@code class cx cy w h} for each box, the class by its number, the rest in shares of the picture. */
final class YoloLabels {
    private static final int WORDS = 5;
    /** Shares that are rounded may be a little more than all. */
    private static final double ALL = 1.001;

    /** Lines beyond are no labels of one picture. */
    private static final int MOST_BYTES = 1 << 20;

    private YoloLabels() {}

    /** One line: a class and where it is, in shares of the picture. */
    record Line(int type, double middle, double centre, double width, double height) {
        /** In the pixels of its picture. */
        Box box(String label, int wide, int tall) {
            return new Box(
                    label, (middle - width / 2) * wide, (centre - height / 2) * tall, width * wide, height * tall);
        }
    }

    /** Whether all lines are labels; so are none. */
    static boolean readable(FileSource file) throws IOException {
        return lines(file).stream().allMatch(line -> line(line).isPresent());
    }

    /** @throws ImportRefused naming the line that is none */
    static List<Line> read(FileSource file) throws IOException {
        var read = new ArrayList<Line>();
        long row = 0;
        for (var text : lines(file)) {
            row++;
            var line = line(text);
            if (line.isEmpty()) {
                throw new ImportRefused(FieldProblem.in(
                        file.name(),
                        row,
                        null,
                        "The line (%s) is no box.\nMaybe write it as class cx cy w h: a number from 0 on, and middle and sides in shares of the picture (0 to 1)."
                                .formatted(text.substring(0, Math.min(80, text.length())))));
            }
            read.add(line.get());
        }
        return read;
    }

    private static List<String> lines(FileSource file) throws IOException {
        try (var in = file.open()) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static Optional<Line> line(String text) {
        var words = text.split("\\s+");
        if (words.length != WORDS || !words[0].matches("\\d{1,6}")) {
            return Optional.empty();
        }
        try {
            var line = new Line(
                    Integer.parseInt(words[0]), share(words[1]), share(words[2]), share(words[3]), share(words[4]));
            return line.width > 0 && line.height > 0 ? Optional.of(line) : Optional.empty();
        } catch (NumberFormatException other) {
            return Optional.empty();
        }
    }

    private static double share(String word) {
        var share = Double.parseDouble(word);
        if (!(share >= 0 && share <= ALL)) {
            throw new NumberFormatException(word);
        }
        return share;
    }
}
