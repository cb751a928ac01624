package io.polyphony.hpo.analysis;

import io.polyphony.hpo.space.Layout;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The Pearson divergence between the best quarter of the trials and all, parameter by parameter (PED-ANOVA). */
final class Divergence {

    private static final double BEST = 0.25;
    private static final int BINS = 10;

    private Divergence() {}

    static double[] ofTheBest(Layout layout, double[][] points, double[] losses) {
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        double bound = sorted[(int) Math.max(0, Math.ceil(BEST * sorted.length) - 1)];
        double[][] best = IntStream.range(0, losses.length)
                .filter(i -> losses[i] <= bound)
                .mapToObj(i -> points[i])
                .toArray(double[][]::new);
        return IntStream.range(0, layout.dimensions())
                .mapToDouble(k -> {
                    int bins = (int) Math.min(BINS, layout.parameters().get(k).count());
                    return pearson(histogram(best, k, bins), histogram(points, k, bins));
                })
                .toArray();
    }

    /** With one pseudo-trial spread over all bins. */
    private static double[] histogram(double[][] points, int k, int bins) {
        var shares = new double[bins];
        Arrays.fill(shares, 1.0 / bins);
        for (double[] point : points) {
            shares[Math.min(bins - 1, (int) (point[k] * bins))]++;
        }
        return Arrays.stream(shares).map(count -> count / (points.length + 1)).toArray();
    }

    private static double pearson(double[] best, double[] all) {
        return IntStream.range(0, all.length)
                .mapToDouble(i -> all[i] * Math.pow(best[i] / all[i] - 1, 2))
                .sum();
    }
}
