package io.polyphony.backend.dataset.table;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that all carry one unit, which is left out.
 *
 * @param numbers how the numbers themselves are written
 */
record UnitNumbers(String unit, NumberStyle numbers) implements CellStyle {

    /** The style of this name; empty where it is another. */
    static Optional<UnitNumbers> named(String label) {
        return Arrays.stream(NumberStyle.values())
                .filter(numbers -> label.startsWith(numbers.label() + " "))
                .map(numbers -> new UnitNumbers(label.substring(numbers.label().length() + 1), numbers))
                .findFirst();
    }

    @Override
    public String label() {
        return numbers.label() + " " + unit;
    }

    @Override
    public String told() {
        return "in %s".formatted(unit);
    }

    /** Bare numbers are in the same unit. */
    @Override
    public @Nullable String read(String cell) {
        return Amount.of(cell)
                .filter(amount ->
                        amount.unit().isEmpty() || Amount.key(amount.unit()).equals(Amount.key(unit)))
                .map(amount -> numbers.read(amount.number()))
                .orElse(null);
    }
}
