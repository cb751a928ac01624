package io.polyphony.backend.dataset.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the numbers of one column are of.
 *
 * @param cells the column's, none of them missing
 * @param amounts those that are numbers, with a unit or bare
 */
record Units(List<String> cells, List<Amount> amounts) {
    /** Units that fewer amounts have are slips: these cells count as missing and are told so. */
    private static final double SLIP = 0.02;
    /** More different ones are words. */
    private static final int MOST = 6;
    /** What number styles read by themselves. */
    private static final Set<String> OWN = Set.of("$", "€", "£", "¥", "%", "usd", "eur", "gbp", "chf");
    /** Those by which a column is known as one of amounts even where most of its cells are bare, or of different units. */
    private static final Set<String> KNOWN = Stream.of(
                    "kg g mg µg lb oz t km m cm mm mi ft in yd km/h mph m/s kn ha acre m² m2 m³ sqft l ml cl gal",
                    "h hr hour min minute s sec second ms day week wk month year yr yrs °c °f °",
                    "kw mw kwh wh mv ma hz khz mhz ghz pa kpa bar psi kj kcal cal kb mb gb tb mbps gbps px dpi",
                    "usd eur gbp chf sek nok dkk jpy cny inr aud cad pln czk huf brl mxn $ € £ ¥ ₹ % ‰ bps ppm ppb")
            .flatMap(line -> Stream.of(line.split(" ")))
            .map(Units::key)
            .collect(Collectors.toSet());

    static Units of(List<String> cells) {
        return new Units(
                cells, cells.stream().flatMap(cell -> Amount.of(cell).stream()).toList());
    }

    private static String key(String unit) {
        return Amount.key(unit).toLowerCase(Locale.ROOT);
    }

    /** The one unit of the column as most cells write it, where numbers need help to be read without it. */
    Optional<String> one() {
        var units = counts();
        if (!mostly() || units.size() != 1 || OWN.contains(units.firstKey().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var unit = units.firstEntry();
        boolean known = KNOWN.contains(key(unit.getKey())) || 2 * unit.getValue() >= amounts.size();
        return known ? spelling(unit.getKey()) : Optional.empty();
    }

    /** Whether some numbers are told in thousands or millions, and others otherwise. */
    boolean multiplied() {
        var behind = amounts.stream()
                .map(Amount::behind)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
        boolean bare = amounts.stream().anyMatch(amount -> amount.behind().isEmpty());
        return mostly()
                && behind.size() + (bare ? 1 : 0) > 1
                && !behind.isEmpty()
                && behind.stream().allMatch(MultipliedNumbers::multiplies)
                && amounts.stream()
                                .map(Amount::before)
                                .filter(text -> !text.isEmpty())
                                .distinct()
                                .count()
                        <= 1;
    }

    /** The different units as they are written, the most frequent first, where there are several and some are known; else empty. */
    List<String> mixed() {
        var units = counts();
        boolean some = units.size() > 1
                && units.size() <= MOST
                && units.keySet().stream()
                                .filter(unit -> KNOWN.contains(key(unit)))
                                .count()
                        > 1;
        return !mostly() || !some
                ? List.of()
                : units.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                        .map(unit ->
                                "%s (%,d)".formatted(spelling(unit.getKey()).orElseThrow(), unit.getValue()))
                        .toList();
    }

    private boolean mostly() {
        return !cells.isEmpty() && amounts.size() >= CellStyle.MOST * cells.size();
    }

    /** How many amounts have each unit, by its key, without slips. */
    private TreeMap<String, Long> counts() {
        var counts = amounts.stream()
                .filter(amount -> !amount.unit().isEmpty())
                .collect(Collectors.groupingBy(
                        amount -> Amount.key(amount.unit()), TreeMap::new, Collectors.counting()));
        counts.values().removeIf(count -> count < SLIP * amounts.size());
        return counts;
    }

    private Optional<String> spelling(String key) {
        return amounts.stream()
                .map(Amount::unit)
                .filter(unit -> Amount.key(unit).equals(key))
                .collect(Collectors.groupingBy(unit -> unit, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }
}
