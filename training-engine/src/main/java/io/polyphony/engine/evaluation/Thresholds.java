package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.TaskType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The operating point of a task that says yes or no: from which probability on it says yes.
 *
 * @param values of a binary task that of its positive class, of a multilabel task one per label, of masks with two classes that
 *     from which on a pixel is the second's; each above 0 and below 1. Empty: one half
 */
public record Thresholds(List<Double> values) {
    /** What is more probable than not is said. */
    public static final Thresholds NONE = new Thresholds(List.of());

    private static final double HALF = 0.5;
    private static final Comparator<Double> NEAREST = Comparator.comparingDouble(place -> Math.abs(place - HALF));
    /** More places would follow the chance of single rows. */
    private static final int MOST = 200;
    /** With fewer examples for or against it, a label's threshold would be theirs alone. */
    private static final int FEWEST = 3;
    /** Of masks, this many places are tried on this many pictures at most: each costs a look at all of their pixels. */
    private static final int MASK_PLACES = 20;

    private static final int MOST_MASKS = 200;

    public Thresholds {
        values = List.copyOf(values);
        for (double value : values) {
            if (!(value > 0 && value < 1)) {
                throw new IllegalArgumentException(
                        "The threshold (%s) must lie between 0 and 1.%nMaybe it is meant in percent.".formatted(value));
            }
        }
    }

    /** Whether there are thresholds for tasks of that type. */
    public static boolean fit(TaskType type) {
        return type == TaskType.BINARY || type == TaskType.MULTILABEL || type == TaskType.SEGMENTATION;
    }

    /** What is decided: a binary task's positive class, every label, or the second of two classes that are drawn. */
    public static List<String> names(TaskType type, List<String> classes) {
        return switch (type) {
            case BINARY -> classes.subList(1, 2);
            case MULTILABEL -> classes;
            case SEGMENTATION -> classes.size() == 2 ? classes.subList(1, 2) : List.of();
            case MULTICLASS, ORDINAL, REGRESSION, VECTOR, COUNT, FORECAST, DETECTION -> List.of();
        };
    }

    /**
     * The thresholds at which decisions are best on these rows: on validation rows, never on test rows. A binary task aims at
     * the metric if that depends on decisions, else at Matthews' correlation, which is high only where both classes are told well
     * and as many are said to be of one as are (Chicco and Jurman 2020, "The advantages of the Matthews correlation coefficient
     * over F1 score and accuracy"), and of the places where it is at most one standard error below its best, the nearest to one
     * half is taken (Breiman et al. 1984, the one standard error rule): the curve is flat, so that its peak is a matter of chance,
     * and far from one half many are said to be what they most probably are not. A multilabel task aims at each label's F1. Tried
     * are one half and up to 200 places between neighbouring probabilities; of equally good ones, the nearest to one half. Masks of two classes aim at the metric or else their IoU, whose best threshold
     * depends on how large it can become (Lipton 2014, "Optimal thresholding of classifiers to maximize F1 measure").
     *
     * @param metric that its owner wants to be good
     */
    public static Thresholds tuned(TaskPredictions predictions, String metric) {
        var known = predictions.known();
        return switch (predictions.task().type()) {
            case BINARY -> new Thresholds(List.of(binary(known, metric)));
            case MULTILABEL ->
                new Thresholds(IntStream.range(0, known.classes().size())
                        .mapToObj(label -> label(known, label))
                        .toList());
            case SEGMENTATION -> known.classes().size() == 2 ? new Thresholds(List.of(drawn(known, metric))) : NONE;
            case MULTICLASS, ORDINAL, REGRESSION, VECTOR, COUNT, FORECAST, DETECTION -> NONE;
        };
    }

    private static double drawn(TaskPredictions known, String metric) {
        var aim = Metrics.decides(metric) ? metric : Metrics.IOU;
        int rows = known.rows();
        int count = Math.min(MOST_MASKS, rows);
        var some = known.select(IntStream.range(0, count)
                .map(i -> (int) ((long) i * rows / count))
                .toArray());
        var places = IntStream.range(1, MASK_PLACES)
                .mapToObj(i -> (double) i / MASK_PLACES)
                .sorted(NEAREST)
                .toList();
        return best(places, threshold -> at(threshold, aim, some));
    }

    private static double binary(TaskPredictions known, String metric) {
        if (!Metrics.decides(metric)) {
            return correlated(known);
        }
        double sign = Metrics.info(metric).higherIsBetter() ? 1 : -1;
        return best(places(known, 1), threshold -> sign * at(threshold, metric, known));
    }

    private static double correlated(TaskPredictions known) {
        DoubleUnaryOperator correlation = threshold -> at(threshold, Metrics.MCC, known);
        var places = places(known, 1);
        double best = correlation.applyAsDouble(best(places, correlation));
        // Of a correlation r of n pairs the standard error is about (1 - r^2) / sqrt(n).
        double enough = best - (1 - best * best) / Math.sqrt(known.rows());
        return correlation.applyAsDouble(HALF) >= enough
                ? HALF
                : places.stream()
                        .filter(place -> correlation.applyAsDouble(place) >= enough)
                        .findFirst()
                        .orElse(HALF);
    }

    private static double at(double threshold, String metric, TaskPredictions known) {
        return Metrics.evaluate(metric, known.decided(new Thresholds(List.of(threshold))));
    }

    private static double label(TaskPredictions known, int label) {
        var score = LabelSets.tally(known, label);
        long there = score.hits() + score.missed();
        boolean enough = there >= FEWEST && score.rows() - there >= FEWEST;
        return enough ? best(places(known, label), threshold -> f1(known, label, threshold)) : HALF;
    }

    private static double f1(TaskPredictions known, int label, double threshold) {
        var all = new Double[label + 1];
        Arrays.fill(all, threshold);
        return LabelSets.tally(known.decided(new Thresholds(List.of(all))), label)
                .f1();
    }

    /** @param places nearest to one half first */
    private static double best(List<Double> places, DoubleUnaryOperator value) {
        double best = HALF;
        double reached = value.applyAsDouble(HALF);
        for (double place : places) {
            double other = value.applyAsDouble(place);
            if (other > reached || Double.isNaN(reached) && !Double.isNaN(other)) {
                best = place;
                reached = other;
            }
        }
        return best;
    }

    /** Between the probabilities that occur, nearest to one half first. */
    private static List<Double> places(TaskPredictions known, int column) {
        var sorted = Arrays.stream(known.scores())
                .mapToDouble(row -> row[column])
                .sorted()
                .distinct()
                .toArray();
        int count = Math.min(MOST, Math.max(0, sorted.length - 1));
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * (sorted.length - 1) / count))
                .mapToObj(at -> (sorted[at] + sorted[at + 1]) / 2)
                .filter(place -> place > 0 && place < 1)
                .sorted(NEAREST)
                .toList();
    }

    /** Whether it is all at one half. */
    public boolean none() {
        return values.isEmpty();
    }

    /** Whether a probability says yes. */
    boolean says(int label, double probability) {
        return probability >= of(label);
    }

    double of(int label) {
        return values.isEmpty() ? HALF : values.get(label);
    }

    /** The thresholds by what they decide. */
    public Map<String, Double> byName(TaskType type, List<String> classes) {
        var named = new LinkedHashMap<String, Double>();
        for (var name : names(type, classes)) {
            named.put(name, none() ? HALF : values.get(named.size()));
        }
        return named;
    }
}
