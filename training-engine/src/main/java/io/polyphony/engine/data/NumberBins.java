package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far into each of its bins a number reaches (piecewise-linear encoding, Gorishniy 2022, arXiv:2203.05556): 1 for those
 * below it, 0 for those above, a share of its own. Bins hold equally many train rows. Beyond the outermost edges it goes on,
 * for one bin at most, so that no outlier can drown the other columns.
 *
 * @param edges ascending; fewer where many train rows have the same number
 */
record NumberBins(double[] edges) {
    /**
     * @param cells of train rows; those that are not finite are missing
     * @param count bins, at most
     */
    static NumberBins fit(double[] cells, int count) {
        var sorted = Arrays.stream(cells).filter(Double::isFinite).sorted().toArray();
        return new NumberBins(
                sorted.length == 0
                        ? sorted
                        : IntStream.rangeClosed(0, count)
                                .mapToDouble(i -> NumericColumn.quantile(sorted, i / (double) count))
                                .distinct()
                                .toArray());
    }

    /** Writes a number's shares; places beyond the last bin are left alone. */
    void write(double value, float[] target, int at) {
        var last = edges.length - 2;
        for (var bin = 0; bin <= last; bin++) {
            var share = (value - edges[bin]) / (edges[bin + 1] - edges[bin]);
            target[at + bin] = (float) Math.clamp(share, bin == 0 ? -1 : 0, bin == last ? 2 : 1);
        }
    }
}
