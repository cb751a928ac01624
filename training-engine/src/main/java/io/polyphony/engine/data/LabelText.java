package io.polyphony.engine.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sets of labels as people write them: a JSON array, or names with a separator between them. */
public final class LabelText {

    /** What may stand between the names of a cell, the safest first. */
    public static final List<String> SEPARATORS = List.of(";", "|", ",");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LabelText() {}

    /** The first separator that any cell has; a semicolon where none has one. */
    public static String separator(Collection<String> cells) {
        return SEPARATORS.stream()
                .filter(mark -> cells.stream().anyMatch(cell -> !isArray(cell) && cell.contains(mark)))
                .findFirst()
                .orElse(SEPARATORS.getFirst());
    }

    /** The labels of a cell. */
    public static Set<String> names(String cell, String separator) {
        var names = new LinkedHashSet<String>();
        for (var name : isArray(cell) ? array(cell) : List.of(cell.split(Pattern.quote(separator)))) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    private static boolean isArray(String cell) {
        return cell.startsWith("[") && cell.endsWith("]");
    }

    private static List<String> array(String cell) {
        try {
            return Stream.of(JSON.readValue(cell, String[].class))
                    .filter(Objects::nonNull)
                    .toList();
        } catch (JsonProcessingException e) {
            // Some programs write lists with single quotes or none.
            return List.of(
                    cell.substring(1, cell.length() - 1).replaceAll("['\"]", "").split(","));
        }
    }
}
