package io.polyphony.engine.evaluation;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Metrics of class probabilities; every row's truth is known here. Undefined ones are NaN. */
final class Classification {

    /** Single precision cannot tell a smaller probability from 0. */
    private static final double LEAST_PROBABILITY = 1e-7;

    private static final int BINS = 15;

    private Classification() {}

    /** Mean of -ln(probability of the true class), in nats. */
    static double logLoss(TaskPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> predictions.scores()[row][(int) predictions.truth()[row]])
                .map(p -> -Math.log(Math.clamp(p, LEAST_PROBABILITY, 1)))
                .average()
                .orElse(Double.NaN);
    }

    /** Mean squared distance of the probabilities from the truth (Brier 1950); of the positive class alone for two classes. */
    static double brier(TaskPredictions predictions) {
        var classes = predictions.classes().size();
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> IntStream.range(classes == 2 ? 1 : 0, classes)
                        .mapToDouble(
                                c -> predictions.scores()[row][c] - (predictions.truth()[row] == c ? 1 : 0))
                        .map(distance -> distance * distance)
                        .sum())
                .average()
                .orElse(Double.NaN);
    }

    /** How far the probability of the predicted class is from its share of hits, over 15 bins of even width (Guo et al. 2017). */
    static double calibrationError(TaskPredictions predictions) {
        var gaps = new double[BINS];
        for (var row = 0; row < predictions.rows(); row++) {
            var guess = predictions.mostProbable(row);
            double confidence = predictions.scores()[row][guess];
            var bin = Math.clamp((int) Math.ceil(confidence * BINS) - 1, 0, BINS - 1);
            gaps[bin] += (predictions.truth()[row] == guess ? 1 : 0) - confidence;
        }
        return predictions.rows() == 0
                ? Double.NaN
                : Arrays.stream(gaps).map(Math::abs).sum() / predictions.rows();
    }

    /** Share of rows whose true class is among the k most probable; NaN where that is sure. */
    static double topAccuracy(TaskPredictions predictions, int k) {
        if (predictions.classes().size() <= k) {
            return Double.NaN;
        }
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row ->
                        rank(predictions.scores()[row], (int) predictions.truth()[row]) < k ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** How many classes come before that one; of equally probable ones the last comes first, as in scikit-learn. */
    private static int rank(float[] scores, int wanted) {
        var before = 0;
        for (var c = 0; c < scores.length; c++) {
            before += scores[c] > scores[wanted] || (scores[c] == scores[wanted] && c > wanted) ? 1 : 0;
        }
        return before;
    }

    /** Mean distance between the predicted class and the true one, counted in classes. */
    static double distance(TaskPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row ->
                        Math.abs(predictions.predictedClass(row) - predictions.truth()[row]))
                .average()
                .orElse(Double.NaN);
    }

    static double rocAuc(TaskPredictions predictions) {
        return overClasses(predictions, Ranking::rocAuc);
    }

    static double averagePrecision(TaskPredictions predictions) {
        return overClasses(predictions, Ranking::averagePrecision);
    }

    /** Of the positive class alone for two classes, else the mean of one class against the rest over the classes for which it is defined. */
    private static double overClasses(TaskPredictions predictions, ToDoubleFunction<Ranking> metric) {
        var count = predictions.classes().size();
        return IntStream.range(count == 2 ? 1 : 0, count)
                .mapToDouble(c -> metric.applyAsDouble(againstRest(predictions, c)))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    static Ranking againstRest(TaskPredictions predictions, int positive) {
        var scores = new float[predictions.rows()];
        var is = new boolean[predictions.rows()];
        for (var row = 0; row < scores.length; row++) {
            scores[row] = predictions.scores()[row][positive];
            is[row] = (int) predictions.truth()[row] == positive;
        }
        return new Ranking(scores, is);
    }
}
