package io.polyphony.backend.dataset.table;

import java.util.List;

/**
 * How a column's cells are written.
 *
 * @param doubts what a person should look at, such as units that differ; mostly empty
 */
public record Written(CellStyle style, List<String> doubts) {
    /** As programs write. */
    public static final Written PLAIN = new Written(NumberStyle.PLAIN, List.of());

    public Written {
        doubts = List.copyOf(doubts);
    }

    static Written as(CellStyle style) {
        return new Written(style, List.of());
    }
}
