package io.polyphony.engine.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How what several members say becomes one answer, number by number. */
public enum Averaging {
    /** The weighted mean, which varies least. */
    MEAN,
    /**
     * The weighted median, which makes the least absolute error (Koenker 2005, section 1.3). What most members say exactly stays exact,
     * such as the five stars of a rating, where a mean would blur it.
     */
    MEDIAN;

    /** Weights are sums of shares, so that a half may be missed by rounding. */
    private static final double SLACK = 1e-9;

    /** So many answers that are exactly right show that values are few, and that networks say just these. */
    private static final double EXACT_SHARE = 0.1;

    /** How many members a selection begins with: of two, the median is but the mean. */
    int fewest() {
        return switch (this) {
            case MEAN -> 1;
            case MEDIAN -> 3;
        };
    }

    /** Those that may be best for a metric, the likeliest first: nothing but absolute errors gains from medians. */
    static List<Averaging> worthTrying(TaskPredictions judged, String metric) {
        if (!forAbsolute(judged, metric)) {
            return List.of(MEAN);
        }
        return ofFolds(judged, metric) == MEDIAN ? List.of(MEDIAN, MEAN) : List.of(MEAN, MEDIAN);
    }

    /**
     * How the networks of several folds should answer together, which no rows can tell: each row is judged by a single one of them. Medians
     * where a tenth of the rows is told exactly, else means, which are better where values are continuous.
     *
     * @param judged what is said of each row by the network that has not learned from it
     */
    public static Averaging ofFolds(TaskPredictions judged, String metric) {
        return forAbsolute(judged, metric) && exact(judged) >= EXACT_SHARE ? MEDIAN : MEAN;
    }

    private static boolean forAbsolute(TaskPredictions like, String metric) {
        return like.task().type().isQuantity() && (metric.equals(Metrics.MAE) || metric.equals(Metrics.MAPE));
    }

    /** The share of known truths that are answered exactly, as floats go. */
    private static double exact(TaskPredictions said) {
        int width = said.width();
        var known = IntStream.range(0, said.truth().length)
                .filter(i -> said.mask()[i] > 0)
                .toArray();
        long hit = IntStream.of(known)
                .filter(i -> Math.abs(said.scores()[i / width][i % width] - said.truth()[i])
                        <= 1e-5 * Math.max(1, Math.abs(said.truth()[i])))
                .count();
        return known.length == 0 ? 0 : (double) hit / known.length;
    }

    /**
     * One number of several.
     *
     * @param values what members say
     * @param weights of these members, summing to 1
     */
    double of(double[] values, double[] weights) {
        return switch (this) {
            case MEAN -> mean(values, weights);
            case MEDIAN -> median(values, weights);
        };
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    /** Where two values part the weights into halves, what lies between them. */
    private static double median(double[] values, double[] weights) {
        var order = IntStream.range(0, values.length)
                .boxed()
                .filter(i -> weights[i] > 0)
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .toList();
        double below = 0;
        @Nullable Double lower = null;
        for (int i : order) {
            below += weights[i];
            if (below > 0.5 + SLACK) {
                return lower == null ? values[i] : (lower + values[i]) / 2;
            }
            if (below >= 0.5 - SLACK) {
                lower = lower == null ? values[i] : lower;
            }
        }
        return values[order.getLast()];
    }
}
