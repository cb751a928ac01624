package io.polyphony.backend.dataset.table;

import static io.polyphony.backend.dataset.table.NumberStyle.COMMA;
import static io.polyphony.backend.dataset.table.NumberStyle.GROUPED;
import static io.polyphony.backend.dataset.table.NumberStyle.PLAIN;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Tells from a file's first rows how each of its columns writes numbers and dates. What one cell leaves open, such as 1,234, the column decides,
 * and what the column leaves open, the file: whether it has points or commas before decimals elsewhere.
 *
 * @param columns the cells of each column that are not missing
 * @param mayBeCommas whether commas can be decimal signs, since they part no columns
 */
record CellStyles(List<List<String>> columns, boolean mayBeCommas) {

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
            return commas && comma && some(cells, cell -> has(cell, '.')) ? COMMA : PLAIN;
        }
        if (GROUPED.fits(cells)) {
            return commas && comma && some(cells, cell -> has(cell, ',')) ? COMMA : GROUPED;
        }
        var dates = ShortDates.of(cells);
        if (dates.isPresent()) {
            return dates.get();
        }
        boolean certain = some(cells, cell -> has(cell, ',') && has(cell, '.'));
        return comma && (mayBeCommas || certain) ? COMMA : PLAIN;
    }

    private static boolean some(List<String> cells, Predicate<String> which) {
        return cells.stream().anyMatch(which);
    }

    private static boolean has(String cell, char sign) {
        return cell.indexOf(sign) >= 0;
    }
}
