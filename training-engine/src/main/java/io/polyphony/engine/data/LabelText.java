package io.polyphony.engine.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sets of labels as people write them: a JSON array, an array of PostgreSQL ({@code {a,b}}), or names with a separator between them. */
public final class LabelText {

    /** What may stand between the names of a cell, the safest first. */
    public static final List<String> SEPARATORS = List.of(";", "|", ",");

    private static final Pattern NESTED = Pattern.compile("[\\[\\]{}]|[\"']\\s*:");
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

    /** Whether the cell is an array of names, of numbers, or of anything else. */
    public static boolean isArray(String cell) {
        return cell.startsWith("[") && cell.endsWith("]") || cell.startsWith("{") && cell.endsWith("}");
    }

    /** Whether the cell is a list of lists or of objects, or an object: no set of labels. */
    public static boolean isNested(String cell) {
        return isArray(cell)
                && NESTED.matcher(cell.substring(1, cell.length() - 1)).find()
                && json(cell).isEmpty();
    }

    /** Some programs write lists with single quotes or none, PostgreSQL in braces. */
    private static List<String> array(String cell) {
        return json(cell)
                .orElseGet(() -> List.of(cell.substring(1, cell.length() - 1)
                        .replaceAll("['\"]", "")
                        .split(",")));
    }

    private static Optional<List<String>> json(String cell) {
        try {
            return Optional.of(Stream.of(JSON.readValue(cell, String[].class))
                    .filter(Objects::nonNull)
                    .toList());
        } catch (JsonProcessingException other) {
            return Optional.empty();
        }
    }
}
