package io.polyphony.engine.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How a regression errs, small enough for a page.
 *
 * @param edges borders of the histogram's bins, in the target's units; one more than there are counts
 * @param counts rows per bin of (prediction - truth)
 * @param truth of some rows, evenly taken
 * @param predicted of the same rows
 */
public record Residuals(
        double mean, double deviation, double[] edges, int[] counts, double[] truth, double[] predicted) {

    private static final int BINS = 31;
    private static final int POINTS = 400;

    /** Of the rows whose truth is known. */
    public static Residuals of(TaskPredictions predictions) {
        var known = predictions.known();
        var errors = IntStream.range(0, known.rows())
                .mapToDouble(row -> known.scores()[row][0] - known.truth()[row])
                .toArray();
        var mean = Arrays.stream(errors).average().orElse(0);
        var variance = Arrays.stream(errors)
                .map(e -> (e - mean) * (e - mean))
                .average()
                .orElse(0);
        var edges = edges(errors);
        var shown = evenly(known.rows());
        return new Residuals(
                mean,
                Math.sqrt(variance),
                edges,
                counts(errors, edges),
                Arrays.stream(shown).mapToDouble(row -> known.truth()[row]).toArray(),
                Arrays.stream(shown).mapToDouble(row -> known.scores()[row][0]).toArray());
    }

    /** Symmetric about zero, so that a bias can be seen. */
    private static double[] edges(double[] errors) {
        var reach = Math.max(1e-9, Arrays.stream(errors).map(Math::abs).max().orElse(1));
        return IntStream.rangeClosed(0, BINS)
                .mapToDouble(i -> reach * (2.0 * i / BINS - 1))
                .toArray();
    }

    private static int[] counts(double[] errors, double[] edges) {
        var counts = new int[BINS];
        for (var error : errors) {
            var share = (error - edges[0]) / (edges[BINS] - edges[0]);
            counts[Math.clamp((int) (share * BINS), 0, BINS - 1)]++;
        }
        return counts;
    }

    private static int[] evenly(int rows) {
        var points = Math.min(rows, POINTS);
        return IntStream.range(0, points)
                .map(i -> (int) ((long) i * rows / points))
                .toArray();
    }
}
