package io.polyphony.engine.evaluation;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each class was taken for which.
 *
 * @param counts by true class, then by predicted class
 */
public record ConfusionMatrix(List<String> classes, long[][] counts) {

    public ConfusionMatrix {
        classes = List.copyOf(classes);
    }

    /** Of the rows whose truth is known. */
    public static ConfusionMatrix of(TaskPredictions predictions) {
        var counts =
                new long[predictions.classes().size()][predictions.classes().size()];
        for (var row = 0; row < predictions.rows(); row++) {
            if (predictions.mask()[row] > 0) {
                counts[(int) predictions.truth()[row]][predictions.predictedClass(row)]++;
            }
        }
        return new ConfusionMatrix(predictions.classes(), counts);
    }

    public long total() {
        return all().map(this::actual).sum();
    }

    /** Share of rows on the diagonal; NaN without rows. */
    public double accuracy() {
        return (double) all().map(c -> (int) counts[c][c]).sum() / total();
    }

    /** Mean recall of the classes that occur; NaN without rows. */
    public double balancedAccuracy() {
        return mean(all().filter(c -> actual(c) > 0), c -> (double) counts[c][c] / actual(c));
    }

    /** Mean F1 of the classes that occur or were predicted; NaN without rows. */
    public double macroF1() {
        return mean(
                all().filter(c -> actual(c) + predicted(c) > 0), c -> 2.0 * counts[c][c] / (actual(c) + predicted(c)));
    }

    /** Mean precision of the classes that occur or were predicted; 0 for those never predicted. */
    public double macroPrecision() {
        return mean(all().filter(c -> actual(c) + predicted(c) > 0), this::precision);
    }

    /** Mean recall of the classes that occur or were predicted; 0 for those that never occur. */
    public double macroRecall() {
        return mean(all().filter(c -> actual(c) + predicted(c) > 0), this::recall);
    }

    /** Mean F1 of all classes, each by how often it occurs. */
    public double weightedF1() {
        return all().mapToDouble(c -> actual(c) * f1(c)).sum() / total();
    }

    /** Mean precision of all classes, each by how often it occurs. */
    public double weightedPrecision() {
        return all().mapToDouble(c -> actual(c) * precision(c)).sum() / total();
    }

    /** F1 of all classes' hits and mistakes together: where every row is taken for exactly one, it is the accuracy. */
    public double microF1() {
        return accuracy();
    }

    /** Share of the rows taken for a class that are of it; 0 if none was. */
    public double precision(int c) {
        return predicted(c) == 0 ? 0 : (double) counts[c][c] / predicted(c);
    }

    /** Share of the rows of a class that were taken for it; 0 if there is none. */
    public double recall(int c) {
        return actual(c) == 0 ? 0 : (double) counts[c][c] / actual(c);
    }

    /** Harmonic mean of precision and recall; 0 if the class neither occurs nor was predicted. */
    public double f1(int c) {
        int rows = actual(c) + predicted(c);
        return rows == 0 ? 0 : 2.0 * counts[c][c] / rows;
    }

    /** Correlation of truth and prediction (Matthews 1975; Gorodkin 2004 for several classes); 0 where one is constant. */
    public double matthews() {
        double rows = total();
        double right = rows * accuracy();
        double both = all().mapToDouble(c -> (double) actual(c) * predicted(c)).sum();
        double truths = all().mapToDouble(c -> (double) actual(c) * actual(c)).sum();
        double guesses =
                all().mapToDouble(c -> (double) predicted(c) * predicted(c)).sum();
        double scale = Math.sqrt((rows * rows - truths) * (rows * rows - guesses));
        return rows == 0 ? Double.NaN : scale == 0 ? 0 : (right * rows - both) / scale;
    }

    /** Agreement beyond chance (Cohen 1960); 0 where all is one class. */
    public double kappa() {
        return kappa((first, second) -> first == second ? 0 : 1);
    }

    /** The same for ordered classes: a mistake counts by the square of its distance (Cohen 1968). */
    public double quadraticKappa() {
        return kappa((first, second) -> (double) (first - second) * (first - second));
    }

    private double kappa(DoubleBinaryOperator cost) {
        double rows = total();
        var truths = all().mapToDouble(this::actual).toArray();
        var guesses = all().mapToDouble(this::predicted).toArray();
        double seen = 0;
        double byChance = 0;
        for (int truth = 0; truth < counts.length; truth++) {
            for (int guess = 0; guess < counts.length; guess++) {
                seen += cost.applyAsDouble(truth, guess) * counts[truth][guess];
                byChance += cost.applyAsDouble(truth, guess) * truths[truth] * guesses[guess] / rows;
            }
        }
        return rows == 0 ? Double.NaN : byChance == 0 ? 0 : 1 - seen / byChance;
    }

    private IntStream all() {
        return IntStream.range(0, counts.length);
    }

    private int actual(int c) {
        return (int) all().mapToLong(other -> counts[c][other]).sum();
    }

    private int predicted(int c) {
        return (int) all().mapToLong(other -> counts[other][c]).sum();
    }

    private static double mean(IntStream classes, IntToDoubleFunction value) {
        return classes.mapToDouble(value).average().orElse(Double.NaN);
    }
}
