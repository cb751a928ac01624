package io.polyphony.backend.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the cells of a column say that are read as missing without being blank, such as NA and null: mostly there is no value, but NA may be
 * the code of Namibia too, and of a house without a pool.
 *
 * @param cells each of these words with its rows
 * @param values whether they are values like all others instead
 */
public record MissingWords(Map<String, Long> cells, boolean values) {
    public MissingWords {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** The same words, read otherwise. */
    MissingWords as(boolean otherValues) {
        return new MissingWords(cells, otherValues);
    }

    /** In how many rows they stand. */
    public long rows() {
        return cells.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What a person should know of them. */
    public String hint() {
        var words = cells.entrySet().stream()
                .map(word -> "`%s` (%,d)".formatted(word.getKey(), word.getValue()))
                .collect(Collectors.joining(", "));
        return values
                ? words + ": read as values, not as missing"
                : words + ": read as missing. Say so where they are values of their own, as codes and classes may be";
    }
}
