package io.polyphony.engine.data;

import java.util.HashMap;

/** One categorical column: values to codes. */
record CategoricalColumn(String name, Vocabulary values) {

    /** A value of fewer rows cannot be told from chance, once there are enough rows. */
    private static final int RARE = 10;

    private static final int ROWS_PER_OCCURRENCE = 200;

    /** Rare values share, and so train, the code of the unknown, which new values will get. */
    static CategoricalColumn fit(String name, Column column, int[] rows, int maxCategories) {
        var counts = new HashMap<String, Integer>();
        for (var row : rows) {
            var value = Labels.text(column, row, name);
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return new CategoricalColumn(
                name, Vocabulary.of(counts, maxCategories, Math.clamp(rows.length / ROWS_PER_OCCURRENCE, 1, RARE)));
    }

    /** Codes, that of the unknown included. */
    int cardinality() {
        return values.size() + 1;
    }
}
