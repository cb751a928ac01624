package io.polyphony.backend.dataset.wide;

import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.array.Raster;
import io.polyphony.backend.dataset.table.RowSample;
import io.polyphony.backend.dataset.table.RowSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The columns of a table that are pixels.
 *
 * @param from the first of them, 0-based; there is one for each number of the raster
 */
record PixelColumns(int from, Raster raster) {
    /** Those of a table; it is walked where the names of its columns leave it open. */
    static Optional<PixelColumns> of(RowSource table) throws IOException {
        var run = NumberedColumns.longest(table.columns()).filter(columns -> Pixels.others(columns.count()) >= 0);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        var sample = new RowSample(table.columns().size());
        // What does not fit is reported by the walk that stores the rows.
        table.forEach(sample, new Problems());
        var rows = sample.numbers(run.get().from(), run.get().to());
        return rows.length == 0 ? Optional.empty() : of(run.get(), rows);
    }

    private static Optional<PixelColumns> of(NumberedColumns run, double[][] rows) {
        int others = Pixels.others(run.count());
        int head = others == 2 || others == 1 && isApart(rows) ? 1 : 0;
        int tail = others - head;
        var inner = Arrays.stream(rows)
                .map(row -> Arrays.copyOfRange(row, head, row.length - tail))
                .toArray(double[][]::new);
        return Pixels.raster(new Roughness(inner)).map(raster -> new PixelColumns(run.from() + head, raster));
    }

    /** Whether the first column is what does not belong to the others, such as a class, rather than the last: files without a header number it with them. */
    private static boolean isApart(double[][] rows) {
        var rough = new Roughness(rows);
        return rough.gap(0) > rough.gap(rows[0].length - 2);
    }

    int to() {
        return from + raster.size();
    }
}
