package io.polyphony.engine.data;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One categorical column: values to codes.
 *
 * @param fill the code of a missing cell: 0, which is learned, or that of the most frequent value where hardly any train row lacks one
 */
record CategoricalColumn(String name, Vocabulary values, int fill) {

    /** With so few rows even a value that occurs once may matter. */
    private static final int FEW_ROWS = 400;

    /**
     * Values that occur once share, and so train, the code of the unknown, which new values will get. All others have their own: that a shop
     * or a postcode comes in a few rows only does not make it chance, and to take them for one loses what the column tells.
     */
    static CategoricalColumn fit(String name, Column column, int[] rows, int maxCategories) {
        var counts = new HashMap<String, Integer>();
        for (var row : rows) {
            var value = Labels.text(column, row, name);
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        var values = Vocabulary.of(counts, maxCategories, rows.length < FEW_ROWS ? 1 : 2);
        int missing = rows.length
                - counts.values().stream().mapToInt(Integer::intValue).sum();
        return new CategoricalColumn(
                name, values, NumericColumn.learnable(missing, rows.length) ? 0 : usual(counts, values));
    }

    /** Of equally frequent values the first by name, so that the same rows give the same code. */
    private static int usual(Map<String, Integer> counts, Vocabulary values) {
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(entry -> values.code(entry.getKey()))
                .orElse(0);
    }

    int code(@Nullable String value) {
        return value == null ? fill : values.code(value);
    }

    /** Codes, that of the unknown included. */
    int cardinality() {
        return values.size() + 1;
    }
}
