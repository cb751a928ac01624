package io.polyphony.engine.data;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells with boxes: a JSON array of objects with {@code x y w h label} (also {@code width} and {@code height}, {@code left} and {@code top},
 * corners {@code xmin ymin xmax ymax}, and {@code class}, {@code category} or {@code name}), one such object, or {@code label x y w h} with a
 * semicolon between boxes; a label may have spaces. An empty cell is a missing answer; {@code []} is a picture without anything on it.
 */
public final class BoxCells {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    /** As it stands in a file; what is left out is null. */
    private record Written(
            @JsonAlias({"left", "xmin"}) @Nullable Double x,
            @JsonAlias({"top", "ymin"}) @Nullable Double y,
            @JsonAlias("width") @Nullable Double w,
            @JsonAlias("height") @Nullable Double h,
            @Nullable Double xmax,
            @Nullable Double ymax,

            @JsonAlias({"class", "category", "name"}) @Nullable
            String label) {
        /** With sides, where it has a corner instead. */
        Written sided() {
            return new Written(
                    x,
                    y,
                    w == null && x != null && xmax != null ? Double.valueOf(xmax - x) : w,
                    h == null && y != null && ymax != null ? Double.valueOf(ymax - y) : h,
                    null,
                    null,
                    label);
        }
    }

    private BoxCells() {}

    /** Whether a cell reads as boxes, none included. */
    public static boolean readable(String cell) {
        try {
            of(cell);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The boxes of a cell.
     *
     * @throws IllegalArgumentException if it is written otherwise, a number is not finite, or a side is not positive
     */
    public static List<Box> of(String cell) {
        var text = cell.strip();
        return text.startsWith("[") || text.startsWith("{") ? array(text) : list(text);
    }

    private static List<Box> array(String text) {
        try {
            var boxes = new ArrayList<Box>();
            for (var written : JSON.readValue(text, Written[].class)) {
                boxes.add(box(text, written == null ? null : written.sided()));
            }
            return boxes;
        } catch (JsonProcessingException e) {
            throw unreadable(text, "its JSON is broken", e);
        }
    }

    private static Box box(String text, @Nullable Written box) {
        if (box == null || box.x == null || box.y == null || box.w == null || box.h == null || box.label == null) {
            throw unreadable(text, "a box lacks one of x, y, w, h and label", null);
        }
        return checked(text, new Box(box.label.strip(), box.x, box.y, box.w, box.h));
    }

    private static List<Box> list(String text) {
        var boxes = new ArrayList<Box>();
        for (var part : text.split(";")) {
            if (!part.isBlank()) {
                boxes.add(written(text, part.strip().split("\\s+")));
            }
        }
        return boxes;
    }

    private static Box written(String text, String[] words) {
        var last = words.length - 4;
        if (last < 1) {
            throw unreadable(text, "a box has %d words".formatted(words.length), null);
        }
        var label = String.join(" ", List.of(words).subList(0, last));
        var numbers = new double[4];
        for (var i = 0; i < 4; i++) {
            numbers[i] = number(text, words[last + i]);
        }
        return checked(text, new Box(label, numbers[0], numbers[1], numbers[2], numbers[3]));
    }

    private static double number(String text, String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw unreadable(text, "(%s) is no number".formatted(word), e);
        }
    }

    private static Box checked(String text, Box box) {
        if (box.label().isEmpty()) {
            throw unreadable(text, "a label is empty", null);
        }
        if (!Double.isFinite(box.x() + box.y() + box.width() + box.height()) || box.width() <= 0 || box.height() <= 0) {
            throw unreadable(text, "a side of the box (%s) is not positive".formatted(box.label()), null);
        }
        return box;
    }

    private static IllegalArgumentException unreadable(String text, String why, @Nullable Throwable cause) {
        var shown = text.length() > 120 ? text.substring(0, 120) + ".." : text;
        return new IllegalArgumentException(
                "The cell (%s) holds no boxes: %s.%nMaybe write them as label x y w h; .. or as [{\"x\": .., \"y\": .., \"w\": .., \"h\": .., \"label\": ..}]."
                        .formatted(shown, why),
                cause);
    }
}
