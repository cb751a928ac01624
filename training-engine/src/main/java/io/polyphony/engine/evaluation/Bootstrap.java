package io.polyphony.engine.evaluation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** How far a metric may be off because the rows are few: a percentile bootstrap over rows. */
public final class Bootstrap {

    /** Bounds of the interval; both NaN when the metric is undefined in every resample. */
    public record Interval(double low, double high) {}

    private Bootstrap() {}

    /**
     * @param level share of resamples inside of the interval, such as 0.95
     * @param resamples how often the rows are drawn with replacement
     */
    public static Interval interval(
            String metric, TaskPredictions predictions, double level, int resamples, RandomGenerator random) {
        var known = predictions.known();
        var values = new double[resamples];
        for (var i = 0; i < resamples; i++) {
            var rows = random.ints(known.rows(), 0, Math.max(1, known.rows())).toArray();
            values[i] = Metrics.evaluate(metric, known.select(rows));
        }
        var sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return new Interval(quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2));
    }

    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        var position = share * (sorted.length - 1);
        var below = (int) Math.floor(position);
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
