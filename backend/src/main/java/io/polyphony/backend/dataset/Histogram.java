package io.polyphony.backend.dataset;

import java.util.List;

/**
 * Counts in bins of equal width over {@code [low, high]}.
 *
 * @param low the left edge of the first bin
 * @param high the right edge of the last bin
 * @param counts rows per bin, scaled to all rows when only a sample was counted
 */
public record Histogram(double low, double high, List<Long> counts) {
    public Histogram {
        counts = List.copyOf(counts);
    }
}
