package io.polyphony.engine.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The margins and the diagonal of a {@link ConfusionMatrix}: all that metrics of decisions need, in the time of rows and
 * classes, however many cells the matrix has.
 *
 * @param actual rows of each class
 * @param predicted rows taken for each class
 * @param hits rows of each class that were taken for it
 * @param squares sum over rows of the squared distance between truth and guess, counted in classes
 */
record Agreement(int[] actual, int[] predicted, int[] hits, double squares) {

    /** The metrics that it is enough for, by name. */
    static final Map<String, ToDoubleFunction<Agreement>> METRICS = metrics();

    private static Map<String, ToDoubleFunction<Agreement>> metrics() {
        var all = new LinkedHashMap<String, ToDoubleFunction<Agreement>>();
        all.put(Metrics.ACCURACY, Agreement::accuracy);
        all.put(Metrics.BALANCED_ACCURACY, Agreement::balancedAccuracy);
        all.put(Metrics.MACRO_F1, agreement -> agreement.macro(agreement::f1));
        all.put(Metrics.WEIGHTED_F1, agreement -> agreement.weighted(agreement::f1));
        all.put(Metrics.MCC, Agreement::matthews);
        all.put(Metrics.KAPPA, Agreement::kappa);
        all.put(Metrics.QUADRATIC_KAPPA, Agreement::quadraticKappa);
        all.put(Metrics.PRECISION, agreement -> agreement.precision(1));
        all.put(Metrics.RECALL, agreement -> agreement.recall(1));
        all.put(Metrics.F1, agreement -> agreement.f1(1));
        all.put(Metrics.MACRO_PRECISION, agreement -> agreement.macro(agreement::precision));
        all.put(Metrics.MACRO_RECALL, agreement -> agreement.macro(agreement::recall));
        all.put(Metrics.WEIGHTED_PRECISION, agreement -> agreement.weighted(agreement::precision));
        // Where every row is taken for exactly one class, F1 of all hits and mistakes together is the accuracy.
        all.put(Metrics.MICRO_F1, Agreement::accuracy);
        return all;
    }

    /** Of rows whose truth is known. */
    static Agreement of(TaskPredictions predictions) {
        var rows = IntStream.range(0, predictions.rows())
                .filter(row -> predictions.mask()[row] > 0)
                .toArray();
        return of(
                predictions.classes().size(),
                IntStream.of(rows).map(row -> (int) predictions.truth()[row]).toArray(),
                IntStream.of(rows).map(predictions::predictedClass).toArray());
    }

    /** @param guesses the classes that rows were taken for, as many as truths */
    static Agreement of(int classes, int[] truths, int[] guesses) {
        var counts = new int[3][classes];
        double squares = 0;
        for (int i = 0; i < truths.length; i++) {
            counts[0][truths[i]]++;
            counts[1][guesses[i]]++;
            counts[2][truths[i]] += truths[i] == guesses[i] ? 1 : 0;
            squares += (double) (truths[i] - guesses[i]) * (truths[i] - guesses[i]);
        }
        return new Agreement(counts[0], counts[1], counts[2], squares);
    }

    private double rows() {
        return Arrays.stream(actual).sum();
    }

    /** Share of rows that were taken for their class; NaN without rows. */
    double accuracy() {
        return Arrays.stream(hits).sum() / rows();
    }

    /** Mean recall of the classes that occur; NaN without rows. */
    private double balancedAccuracy() {
        return mean(all().filter(c -> actual[c] > 0), c -> (double) hits[c] / actual[c]);
    }

    /** Mean over the classes that occur or were predicted; NaN without rows. */
    private double macro(IntToDoubleFunction value) {
        return mean(all().filter(c -> actual[c] + predicted[c] > 0), value);
    }

    /** Mean over all classes, each by how often it occurs. */
    private double weighted(IntToDoubleFunction value) {
        return all().mapToDouble(c -> actual[c] * value.applyAsDouble(c)).sum() / rows();
    }

    /** Share of the rows taken for a class that are of it; 0 if none was. */
    private double precision(int c) {
        return predicted[c] == 0 ? 0 : (double) hits[c] / predicted[c];
    }

    /** Share of the rows of a class that were taken for it; 0 if there is none. */
    private double recall(int c) {
        return actual[c] == 0 ? 0 : (double) hits[c] / actual[c];
    }

    /** Harmonic mean of precision and recall; 0 if the class neither occurs nor was predicted. */
    private double f1(int c) {
        int rows = actual[c] + predicted[c];
        return rows == 0 ? 0 : 2.0 * hits[c] / rows;
    }

    /** Correlation of truth and prediction (Matthews 1975; Gorodkin 2004 for several classes); 0 where one is constant. */
    private double matthews() {
        double rows = rows();
        double right = rows * accuracy();
        double truths = Arrays.stream(actual).mapToDouble(n -> (double) n * n).sum();
        double guesses =
                Arrays.stream(predicted).mapToDouble(n -> (double) n * n).sum();
        double scale = Math.sqrt((rows * rows - truths) * (rows * rows - guesses));
        return rows == 0 ? Double.NaN : scale == 0 ? 0 : (right * rows - products()) / scale;
    }

    /** Agreement beyond chance (Cohen 1960); 0 where all is one class. */
    private double kappa() {
        double rows = rows();
        double right = Arrays.stream(hits).sum();
        return beyondChance(rows - right, (rows * rows - products()) / rows);
    }

    /** The same for ordered classes: a mistake counts by the square of its distance (Cohen 1968). */
    private double quadraticKappa() {
        double rows = rows();
        double truths = all().mapToDouble(c -> (double) c * actual[c]).sum();
        double guesses = all().mapToDouble(c -> (double) c * predicted[c]).sum();
        double own = all().mapToDouble(c -> (double) c * c * (actual[c] + predicted[c]))
                .sum();
        return beyondChance(squares, (own * rows - 2 * truths * guesses) / rows);
    }

    private double beyondChance(double seen, double byChance) {
        return rows() == 0 ? Double.NaN : byChance == 0 ? 0 : 1 - seen / byChance;
    }

    private double products() {
        return all().mapToDouble(c -> (double) actual[c] * predicted[c]).sum();
    }

    private IntStream all() {
        return IntStream.range(0, actual.length);
    }

    private static double mean(IntStream classes, IntToDoubleFunction value) {
        return classes.mapToDouble(value).average().orElse(Double.NaN);
    }
}
