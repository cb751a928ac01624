package io.polyphony.backend.dataset.table;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How people write the cells of a column that programs write otherwise. */
public sealed interface CellStyle permits NumberStyle, ShortDates {
    /** So many cells of a column must be written in its style: notes among them stay as they are. */
    double MOST = 0.9;

    /** By its name; as programs write where it is null. */
    static CellStyle named(@Nullable String name) {
        return Stream.<CellStyle>concat(
                        Stream.of(NumberStyle.values()), Stream.of(new ShortDates(true), new ShortDates(false)))
                .filter(style -> style.label().equals(name))
                .findFirst()
                .orElse(NumberStyle.PLAIN);
    }

    /** Its name, which is kept with the column. */
    String label();

    /** The cell as programs write it; null where it is not written in this style. */
    @Nullable
    String read(String cell);

    /** The cell as programs write it, or unchanged where it is not written in this style. */
    default String plain(String cell) {
        var plain = read(cell);
        return plain == null ? cell : plain;
    }

    /** Whether these cells, none of them missing, are written in this style. */
    default boolean fits(List<String> cells) {
        return cells.stream().filter(cell -> read(cell) != null).count() >= MOST * cells.size();
    }
}
