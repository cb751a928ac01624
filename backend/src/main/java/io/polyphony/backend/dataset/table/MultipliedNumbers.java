package io.polyphony.backend.dataset.table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of which some are told in thousands, millions or billions: 950, 10k, $1.2M, 3 bn.
 *
 * @param numbers how the numbers themselves are written
 */
record MultipliedNumbers(NumberStyle numbers) implements CellStyle {
    private static final String NAME = "multiplied ";
    private static final Map<String, Integer> ZEROS = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("K", 3),
            Map.entry("M", 6),
            Map.entry("Mio", 6),
            Map.entry("Mio.", 6),
            Map.entry("mn", 6),
            Map.entry("B", 9),
            Map.entry("bn", 9),
            Map.entry("Bn", 9),
            Map.entry("Mrd", 9),
            Map.entry("Mrd.", 9));

    /** The style of this name; empty where it is another. */
    static Optional<MultipliedNumbers> named(String label) {
        return Arrays.stream(NumberStyle.values())
                .map(MultipliedNumbers::new)
                .filter(style -> style.label().equals(label))
                .findFirst();
    }

    /** Whether what stands behind a number multiplies it. */
    static boolean multiplies(String behind) {
        return ZEROS.containsKey(behind);
    }

    @Override
    public String label() {
        return NAME + numbers.label();
    }

    @Override
    public String told() {
        return "k, M and B multiply";
    }

    @Override
    public @Nullable String read(String cell) {
        return Amount.of(cell)
                .filter(amount -> amount.behind().isEmpty() || multiplies(amount.behind()))
                .map(this::read)
                .orElse(null);
    }

    private @Nullable String read(Amount amount) {
        var number = numbers.read(amount.number());
        return number == null
                ? null
                : new BigDecimal(number)
                        .movePointRight(ZEROS.getOrDefault(amount.behind(), 0))
                        .toPlainString();
    }
}
