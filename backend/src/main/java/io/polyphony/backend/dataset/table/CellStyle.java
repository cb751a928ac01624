package io.polyphony.backend.dataset.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How people write the cells of a column that programs write otherwise. */
public sealed interface CellStyle
        permits NumberStyle,
                UnitNumbers,
                MultipliedNumbers,
                ShortDates,
                NamedMonths,
                Periods,
                CompactDates,
                EpochTimes,
                ClockTimes,
                Durations {
    /** So many cells of a column must be written in its style: notes among them stay as they are. */
    double MOST = 0.9;

    /** By its name; as programs write where it is null. */
    static CellStyle named(@Nullable String name) {
        return Stream.<CellStyle>concat(
                        Stream.of(
                                new ShortDates(true),
                                new ShortDates(false),
                                new NamedMonths(),
                                new Periods(),
                                new CompactDates(),
                                new ClockTimes(),
                                new Durations()),
                        Stream.concat(Arrays.stream(NumberStyle.values()), Arrays.stream(EpochTimes.values())))
                .filter(style -> style.label().equals(name))
                .findFirst()
                .or(() -> Optional.ofNullable(name).flatMap(UnitNumbers::named))
                .or(() -> Optional.ofNullable(name).flatMap(MultipliedNumbers::named))
                .orElse(NumberStyle.PLAIN);
    }

    /** Its name, which is kept with the column. */
    String label();

    /** The cell as programs write it; null where it is not written in this style. */
    @Nullable
    String read(String cell);

    /** What a person should know of how such cells are read; empty where that is plain to see. */
    default String told() {
        return "";
    }

    /** Whether what it reads are numbers in JSON as well: of other styles, a number in JSON is what it says. */
    default boolean readsNumbers() {
        return false;
    }

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
