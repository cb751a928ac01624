package io.polyphony.backend.dataset.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Watches whether all cells of a column are boxes on pictures: {@code label x y w h; ..}, or a JSON array of objects with
 * these names, as the engine's reader of boxes understands them. Lists of nothing but numbers may be read so, each first
 * number as the name of a class, but are lists of numbers.
 */
final class BoxProfile {
    private static final int MOST_LABELS = 200;
    private static final int EXAMPLES = 3;
    private static final Pattern BOX = Pattern.compile("(\\S.*?)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final TreeSet<String> labels = new TreeSet<>();
    private boolean boxesOnly = true;
    private boolean words;

    void cell(String cell) {
        if (!boxesOnly) {
            return;
        }
        var found = labels(cell.strip());
        boxesOnly = found.isPresent() && labels.size() <= MOST_LABELS;
        found.ifPresent(names -> {
            labels.addAll(names);
            words |= !names.isEmpty() && NumberList.length(cell) == 0;
        });
    }

    /** There is a cell that holds no boxes. */
    void stop() {
        boxesOnly = false;
    }

    /** How many different labels there are; 0 unless all cells are boxes. */
    int labels() {
        return boxesOnly && words && labels.size() <= MOST_LABELS ? labels.size() : 0;
    }

    List<String> examples() {
        return labels.stream().limit(EXAMPLES).toList();
    }

    /** The labels of a cell's boxes; empty where it holds something else. */
    private static Optional<List<String>> labels(String cell) {
        var names = new ArrayList<String>();
        if (cell.startsWith("[")) {
            return array(cell, names) ? Optional.of(names) : Optional.empty();
        }
        for (var part : cell.split(";")) {
            var box = BOX.matcher(part.strip());
            if (!part.isBlank() && !box.matches()) {
                return Optional.empty();
            }
            if (!part.isBlank()) {
                var numbers = Stream.of(2, 3, 4, 5).mapToDouble(group -> number(box.group(group)));
                if (!isBox(numbers.toArray())) {
                    return Optional.empty();
                }
                names.add(box.group(1));
            }
        }
        return Optional.of(names);
    }

    private static boolean array(String cell, List<String> names) {
        try {
            var array = JSON.readTree(cell);
            for (var box : array) {
                var label = box.path("label");
                var numbers = Stream.of("x", "y", "w", "h")
                        .mapToDouble(name -> number(box.path(name)))
                        .toArray();
                if (!label.isValueNode() || label.asText().isBlank() || !isBox(numbers)) {
                    return false;
                }
                names.add(label.asText().strip());
            }
            return array.isArray();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean isBox(double[] numbers) {
        return Double.isFinite(numbers[0] + numbers[1] + numbers[2] + numbers[3]) && numbers[2] > 0 && numbers[3] > 0;
    }

    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
