package io.polyphony.backend.dataset.table;

import java.util.List;
import java.util.stream.Stream;

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

    /** The same with one more doubt. */
    public Written doubting(String doubt) {
        return new Written(
                style, Stream.concat(doubts.stream(), Stream.of(doubt)).toList());
    }

    static Written as(CellStyle style) {
        return new Written(style, List.of());
    }
}
