package io.polyphony.hpo.analysis;

import io.polyphony.hpo.space.Layout;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The Pearson divergence between the best quarter of the trials and all, parameter by parameter (PED-ANOVA: Watanabe, Bansal and Hutter, IJCAI 2023). Where a parameter is not chosen
 * by all, those that choose it are compared with one another, and it counts by how many they are.
 */
final class Divergence {

    private static final double BEST = 0.25;
    private static final int BINS = 10;

    private Divergence() {}

    /** @param points NaN where a parameter was not chosen */
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
                    double[] every = chosen(points, k);
                    var even = new double[bins];
                    Arrays.fill(even, 1.0 / bins);
                    double[] all = histogram(every, even);
                    return every.length * pearson(histogram(chosen(best, k), all), all) / points.length;
                })
                .toArray();
    }

    /** With one pseudo-trial spread as the prior is. */
    private static double[] histogram(double[] positions, double[] prior) {
        double[] shares = prior.clone();
        int bins = prior.length;
        for (double position : positions) {
            shares[Math.min(bins - 1, (int) (position * bins))]++;
        }
        return Arrays.stream(shares)
                .map(count -> count / (positions.length + 1))
                .toArray();
    }

    private static double[] chosen(double[][] points, int k) {
        return Arrays.stream(points)
                .mapToDouble(point -> point[k])
                .filter(position -> !Double.isNaN(position))
                .toArray();
    }

    private static double pearson(double[] best, double[] all) {
        return IntStream.range(0, all.length)
                .mapToDouble(i -> all[i] * Math.pow(best[i] / all[i] - 1, 2))
                .sum();
    }
}
