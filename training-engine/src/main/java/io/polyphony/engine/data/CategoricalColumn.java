package io.polyphony.engine.data;

import java.util.HashMap;

/** One categorical column: values to codes. */
record CategoricalColumn(String name, Vocabulary values) {

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
        return new CategoricalColumn(name, Vocabulary.of(counts, maxCategories, rows.length < FEW_ROWS ? 1 : 2));
    }

    /** Codes, that of the unknown included. */
    int cardinality() {
        return values.size() + 1;
    }
}
