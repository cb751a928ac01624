package io.polyphony.backend.dataset.table;

import static io.polyphony.backend.dataset.table.NumberStyle.COMMA;
import static io.polyphony.backend.dataset.table.NumberStyle.GROUPED;
import static io.polyphony.backend.dataset.table.NumberStyle.PLAIN;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells how each column of a file writes numbers and dates. What one cell leaves open, such as 1,234, the column decides,
 * and what the column leaves open, the file: whether it has points or commas before decimals elsewhere.
 *
 * @param mayBeCommas whether commas can be decimal signs, since they part no columns
 * @param commas whether commas are decimal signs in the file
 * @param dates the order of day and month that other columns tell; null if none does
 */
record CellStyles(
        boolean mayBeCommas, boolean commas, @Nullable ShortDates dates) {

    /** As in 1 234,50, which is one number in a file whose columns commas part, too. */
    private static final Pattern BLANK_THEN_COMMA = Pattern.compile("\\d[ \u00a0\u202f]\\d{3},\\d");

    /** One column: its cells that are not missing, and these without the unit that all of them have. */
    private record Cells(String name, List<String> all, Units units, Optional<String> unit, List<String> bare) {
        static Cells of(String name, List<String> all) {
            var units = Units.of(all);
            boolean multiplied = units.multiplied();
            var unit = multiplied ? Optional.<String>empty() : units.one();
            var bare = multiplied || unit.isPresent()
                    ? units.amounts().stream().map(Amount::number).toList()
                    : all;
            return new Cells(name, all, units, unit, bare);
        }
    }

    /**
     * Of every column how it is written.
     *
     * @param names of the columns
     * @param cells of each column, those that are not missing
     */
    static List<Written> of(List<String> names, List<List<String>> cells, boolean commaSeparated) {
        var columns = IntStream.range(0, names.size())
                .mapToObj(i -> Cells.of(names.get(i), cells.get(i)))
                .toList();
        boolean points = columns.stream()
                .map(Cells::bare)
                .anyMatch(bare -> PLAIN.fits(bare) && some(bare, cell -> has(cell, '.')) && !COMMA.fits(bare));
        boolean mayBeCommas = !commaSeparated && !points;
        boolean commas = mayBeCommas
                && columns.stream().map(Cells::bare).anyMatch(bare -> !PLAIN.fits(bare) && COMMA.fits(bare));
        var styles = new CellStyles(mayBeCommas, commas, order(cells));
        return columns.stream().map(styles::of).toList();
    }

    /** The order of day and month, where columns tell one and only one. */
    private static @Nullable ShortDates order(List<List<String>> columns) {
        var told = columns.stream()
                .flatMap(cells -> ShortDates.of(cells, null).filter(dates -> !dates.open(cells)).stream())
                .distinct()
                .toList();
        return told.size() == 1 ? told.getFirst() : null;
    }

    private Written of(Cells column) {
        var mixed = column.units.mixed();
        if (!mixed.isEmpty() && !column.units.multiplied()) {
            return new Written(
                    PLAIN,
                    List.of("its numbers are of different units: %s; it stays text. Maybe bring all to one unit"
                            .formatted(String.join(", ", mixed))));
        }
        return digitDates(column)
                .or(() -> wordDates(column.all))
                .map(Written::as)
                .orElseGet(() -> numbersOrDates(column));
    }

    /** Dates that would be plain numbers as well. */
    private static Optional<CellStyle> digitDates(Cells column) {
        var compact = new CompactDates();
        return compact.certain(column.name, column.all)
                ? Optional.of(compact)
                : EpochTimes.of(column.name, column.all).map(style -> style);
    }

    private static Optional<CellStyle> wordDates(List<String> cells) {
        return cells.isEmpty()
                ? Optional.empty()
                : Stream.<CellStyle>of(new NamedMonths(), new Periods(), new ClockTimes(), new Durations())
                        .filter(style -> style.fits(cells))
                        .findFirst();
    }

    private Written numbersOrDates(Cells column) {
        var numbers = numbers(column.bare);
        if (column.units.multiplied()) {
            return Written.as(new MultipliedNumbers(numbers));
        }
        if (column.unit.isPresent()) {
            return numbers.fits(column.bare) ? Written.as(new UnitNumbers(column.unit.get(), numbers)) : Written.PLAIN;
        }
        return numbers == PLAIN && !PLAIN.fits(column.all) ? dates(column.all) : Written.as(numbers);
    }

    private NumberStyle numbers(List<String> cells) {
        boolean comma = COMMA.fits(cells);
        if (cells.isEmpty() || PLAIN.fits(cells)) {
            return commas && comma && some(cells, cell -> has(cell, '.')) ? COMMA : plainOrMore(cells);
        }
        if (GROUPED.fits(cells)) {
            return commas && comma && some(cells, cell -> has(cell, ',')) ? COMMA : GROUPED;
        }
        boolean certain = some(
                cells,
                cell -> has(cell, ',') && has(cell, '.')
                        || BLANK_THEN_COMMA.matcher(cell).find());
        return comma && (mayBeCommas || certain) ? COMMA : PLAIN;
    }

    /** Nearly all cells are plain; what the others are, such as 1,234.50 or (12.50), must not be lost. */
    private NumberStyle plainOrMore(List<String> cells) {
        long plain = read(PLAIN, cells);
        if (plain == cells.size()) {
            return PLAIN;
        }
        long grouped = read(GROUPED, cells);
        long comma = mayBeCommas ? read(COMMA, cells) : 0;
        if (Math.max(grouped, comma) <= plain) {
            return PLAIN;
        }
        return comma > grouped || comma == grouped && commas ? COMMA : GROUPED;
    }

    private Written dates(List<String> cells) {
        var found = ShortDates.of(cells, dates);
        if (found.isEmpty()) {
            return new Written(PLAIN, ShortDates.isMixed(cells) ? List.of(ShortDates.MIXED) : List.of());
        }
        var style = found.get();
        if (style.contradicted(cells)) {
            return new Written(style, List.of(ShortDates.MIXED));
        }
        return new Written(style, style.open(cells) && dates == null ? List.of(style.open()) : List.of());
    }

    private static long read(CellStyle style, List<String> cells) {
        return cells.stream().filter(cell -> style.read(cell) != null).count();
    }

    private static boolean some(List<String> cells, Predicate<String> which) {
        return cells.stream().anyMatch(which);
    }

    private static boolean has(String cell, char sign) {
        return cell.indexOf(sign) >= 0;
    }
}
