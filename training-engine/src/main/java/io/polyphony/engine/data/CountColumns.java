package io.polyphony.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Columns that were taken for categories because they have few values, and are numbers: whole ones from 0, in a table that has
 * dozens of such columns. Those are counts of words, bits, grey levels at the border of a picture. A vector for each of their
 * values would take most of a training's time, and could not tell that 3 is more than 2.
 */
final class CountColumns {
    /** A form has a few questions answered by 0, 1 or 2; whatever has as many columns of that kind as this was counted. */
    private static final int MANY = 64;

    private static final int DIGITS = 6;

    private final List<NumericColumn> found = new ArrayList<>();

    /** @param fitted the column as a number, asked for where it is one */
    void look(Column.Texts column, Supplier<NumericColumn> fitted) {
        if (counted(column.values())) {
            found.add(fitted.get());
        }
    }

    /** Makes numbers of all that were found, or of none where they are few. */
    void move(List<CategoricalColumn> categorical, List<NumericColumn> numeric) {
        if (found.size() >= MANY) {
            var names = found.stream().map(NumericColumn::name).collect(Collectors.toSet());
            categorical.removeIf(column -> names.contains(column.name()));
            numeric.addAll(found);
        }
    }

    /** By all rows, not those of train alone: one cell that is no number would be the end of a training. */
    private static boolean counted(@Nullable String[] cells) {
        boolean zero = false;
        for (var cell : cells) {
            if (cell == null || cell.isBlank()) {
                continue;
            }
            var text = cell.strip();
            if (text.length() > DIGITS || !IntStream.range(0, text.length()).allMatch(i -> digit(text.charAt(i)))) {
                return false;
            }
            zero |= text.equals("0");
        }
        return zero;
    }

    private static boolean digit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
