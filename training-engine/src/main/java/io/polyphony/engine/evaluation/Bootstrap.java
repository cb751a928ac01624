package io.polyphony.engine.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How far metrics may be off because the rows are few: rows are drawn with replacement, again and again, and of what the
 * metric then is the outermost shares are cut off (the percentile bootstrap, Efron and Tibshirani 1993, chapter 13). Rows that
 * belong together are drawn together: ten of one person say less than ten of ten (Field and Welsh, JRSS B 2007).
 *
 * @param level share of draws inside of an interval, such as 0.95
 * @param draws how many sets of rows are drawn
 */
public record Bootstrap(double level, int draws, long seed) {
    private static final double USUAL_LEVEL = 0.95;
    private static final int USUAL_DRAWS = 1000;
    private static final int FEWEST_DRAWS = 200;
    /** So many truths in all take some seconds. */
    private static final int MOST_CELLS = 4_000_000;

    /** Bounds of an interval. */
    public record Interval(double low, double high) {}

    /**
     * By how much the first of two models differs from the second on the same rows.
     *
     * @param value first less second
     * @param low bound of its interval: if both bounds are on one side of 0, chance hardly explains the difference
     */
    public record Difference(double value, double low, double high) {}

    /** 95 %, from a thousand draws, or fewer where there is very much to draw. */
    public static Bootstrap usual(TaskPredictions predictions) {
        int cells = Math.max(1, predictions.truth().length);
        return new Bootstrap(USUAL_LEVEL, Math.clamp(MOST_CELLS / cells, FEWEST_DRAWS, USUAL_DRAWS), 1);
    }

    /** The interval of every metric that is defined on these rows, each of which stands for itself, by name. */
    public Map<String, Interval> intervals(TaskPredictions predictions) {
        return intervals(predictions, alone(predictions));
    }

    /**
     * The interval of every metric that is defined on these rows, by name.
     *
     * @param clusters by row; rows of equal number belong together
     */
    public Map<String, Interval> intervals(TaskPredictions predictions, int[] clusters) {
        return bounds(Clusters.of(predictions, clusters), drawn(predictions.known()));
    }

    /**
     * The difference in every metric, by name. Both are asked about the same drawn rows, so that rows that are hard for both
     * do not blur it.
     *
     * @param second what another model says of the same rows
     * @param clusters by row; rows of equal number belong together
     */
    public Map<String, Difference> differences(TaskPredictions first, TaskPredictions second, int[] clusters) {
        if (!Arrays.equals(first.truth(), second.truth()) || !Arrays.equals(first.mask(), second.mask())) {
            throw new IllegalArgumentException(
                    "The two models of the task (%s) were asked about different rows.%nMaybe their splits differ."
                            .formatted(first.task().name()));
        }
        var one = drawn(first.known());
        var other = drawn(second.known());
        var values = less(Metrics.evaluate(first), Metrics.evaluate(second));
        var differences = new LinkedHashMap<String, Difference>();
        var together = Clusters.of(first, clusters);
        bounds(together, rows -> less(one.apply(rows), other.apply(rows))).forEach((metric, interval) -> {
            var value = values.get(metric);
            if (value != null) {
                differences.put(metric, new Difference(value, interval.low(), interval.high()));
            }
        });
        return differences;
    }

    private static int[] alone(TaskPredictions predictions) {
        return IntStream.range(0, predictions.rows()).toArray();
    }

    private static Map<String, Double> less(Map<String, Double> first, Map<String, Double> second) {
        var less = new LinkedHashMap<String, Double>();
        first.forEach((metric, value) -> {
            var other = second.get(metric);
            if (other != null) {
                less.put(metric, value - other);
            }
        });
        return less;
    }

    /** What the metrics are of drawn rows, by their places. */
    private static Function<int[], Map<String, Double>> drawn(TaskPredictions known) {
        return switch (known.task().type()) {
            case SEGMENTATION -> pictures(known);
            case DETECTION -> AveragePrecision.of(known)::metrics;
            case BINARY, MULTICLASS, ORDINAL -> new DrawnClasses(known);
            case MULTILABEL, REGRESSION, VECTOR, COUNT, FORECAST -> rows -> Metrics.evaluate(known.select(rows));
        };
    }

    /** Every metric of masks is a mean over pictures, each of which takes long. */
    private static Function<int[], Map<String, Double>> pictures(TaskPredictions known) {
        var each = IntStream.range(0, known.rows())
                .mapToObj(row -> Metrics.evaluate(known.select(new int[] {row})))
                .toList();
        return rows -> {
            var means = new LinkedHashMap<String, Double>();
            for (int row : rows) {
                each.get(row).forEach((metric, value) -> means.merge(metric, value / rows.length, Double::sum));
            }
            return means;
        };
    }

    private Map<String, Interval> bounds(Clusters clusters, Function<int[], Map<String, Double>> drawn) {
        var random = new SplittableRandom(seed);
        var values = new LinkedHashMap<String, List<Double>>();
        for (int i = 0; i < draws && clusters.count() > 0; i++) {
            drawn.apply(clusters.draw(random))
                    .forEach((metric, value) -> values.computeIfAbsent(metric, _ -> new ArrayList<>())
                            .add(value));
        }
        var intervals = new LinkedHashMap<String, Interval>();
        values.forEach((metric, all) -> intervals.put(metric, interval(all)));
        return intervals;
    }

    private Interval interval(List<Double> drawn) {
        var sorted = drawn.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Interval(quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2));
    }

    private static double quantile(double[] sorted, double share) {
        var position = share * (sorted.length - 1);
        var below = (int) Math.floor(position);
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
