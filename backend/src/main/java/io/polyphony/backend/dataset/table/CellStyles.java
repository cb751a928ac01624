package io.polyphony.backend.dataset.table;

import static io.polyphony.backend.dataset.table.NumberStyle.COMMA;
import static io.polyphony.backend.dataset.table.NumberStyle.GROUPED;
import static io.polyphony.backend.dataset.table.NumberStyle.PLAIN;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells from a file's first rows how each of its columns writes numbers and dates. What one cell leaves open, such as 1,234, the column decides,
 * and what the column leaves open, the file: whether it has points or commas before decimals elsewhere.
 *
 * @param columns the cells of each column that are not missing
 * @param mayBeCommas whether commas can be decimal signs, since they part no columns
 */
record CellStyles(List<List<String>> columns, boolean mayBeCommas) {

    /** As in 1 234,50, which is one number in a file whose columns commas part, too. */
    private static final Pattern BLANK_THEN_COMMA = Pattern.compile("\\d[ \u00a0\u202f]\\d{3},\\d");

    /**
     * Of every column its style.
     *
     * @param rows without the header
     * @param width how many columns there are
     */
    static List<CellStyle> of(List<List<String>> rows, int width, char delimiter) {
        var columns = IntStream.range(0, width)
                .mapToObj(column -> rows.stream()
                        .filter(row -> row.size() > column && !Numbers.isMissingNumber(row.get(column)))
                        .map(row -> row.get(column))
                        .toList())
                .toList();
        boolean points = columns.stream()
                .anyMatch(cells -> PLAIN.fits(cells) && some(cells, cell -> has(cell, '.')) && !COMMA.fits(cells));
        var styles = new CellStyles(columns, delimiter != ',' && !points);
        boolean commas =
                styles.mayBeCommas && columns.stream().anyMatch(cells -> !PLAIN.fits(cells) && COMMA.fits(cells));
        return columns.stream().map(cells -> styles.of(cells, commas)).toList();
    }

    /** @param commas whether commas are decimal signs in the file */
    private CellStyle of(List<String> cells, boolean commas) {
        boolean comma = COMMA.fits(cells);
        if (cells.isEmpty() || PLAIN.fits(cells)) {
            return commas && comma && some(cells, cell -> has(cell, '.')) ? COMMA : plainOrMore(cells, commas);
        }
        if (GROUPED.fits(cells)) {
            return commas && comma && some(cells, cell -> has(cell, ',')) ? COMMA : GROUPED;
        }
        var dates = ShortDates.of(cells);
        if (dates.isPresent()) {
            return dates.get();
        }
        boolean certain = some(
                cells,
                cell -> has(cell, ',') && has(cell, '.')
                        || BLANK_THEN_COMMA.matcher(cell).find());
        return comma && (mayBeCommas || certain) ? COMMA : PLAIN;
    }

    /** Nearly all cells are plain; what the others are, such as 1,234.50 or (12.50), must not be lost. */
    private CellStyle plainOrMore(List<String> cells, boolean commas) {
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
