package io.polyphony.backend.dataset.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Some rows out of all of a table, each as likely as any other (Vitter 1985, algorithm R), with their short cells. */
public final class RowSample implements RowSource.RowSink {
    private static final int CELLS = 200_000;
    private static final int FEWEST = 200;
    private static final int MOST = 5_000;
    private static final int LONGEST = 64;
    /** In place of a cell that is too long to be a number or a date. */
    private static final String LONG = "\u2026";

    private final Random random = new Random(1);
    private final List<@Nullable String[]> rows = new ArrayList<>();
    private final int size;
    private long seen;

    /** @param width how many columns the table has: the more, the fewer rows are kept, but never fewer than 200 */
    public RowSample(int width) {
        size = Math.clamp(CELLS / Math.max(1, width), FEWEST, MOST);
    }

    @Override
    public void row(long row, @Nullable String[] cells) {
        seen++;
        if (rows.size() < size) {
            rows.add(copy(cells));
            return;
        }
        long place = random.nextLong(seen);
        if (place < size) {
            rows.set((int) place, copy(cells));
        }
    }

    private static @Nullable String[] copy(@Nullable String[] cells) {
        @Nullable String[] copy = cells.clone();
        for (int i = 0; i < copy.length; i++) {
            var cell = copy[i];
            copy[i] = cell != null && cell.length() > LONGEST ? LONG : cell;
        }
        return copy;
    }

    /** The cells of one column that are neither missing nor marks such as ? and -. */
    List<String> column(int column) {
        var cells = new ArrayList<String>();
        for (var row : rows) {
            var cell = row[column];
            if (cell != null && !Numbers.isMissingNumber(cell)) {
                cells.add(cell);
            }
        }
        return cells;
    }

    /** Cells of some columns as numbers, by row; NaN where there is none. */
    public double[][] numbers(int from, int to) {
        return rows.stream()
                .map(row ->
                        Arrays.stream(row, from, to).mapToDouble(Numbers::parse).toArray())
                .toArray(double[][]::new);
    }
}
