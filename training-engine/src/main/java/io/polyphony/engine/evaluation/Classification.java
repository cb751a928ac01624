package io.polyphony.engine.evaluation;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Metrics of class probabilities; every row's truth is known here. Undefined ones are NaN. */
final class Classification {

    /** Single precision cannot tell a smaller probability from 0. */
    private static final double LEAST_PROBABILITY = 1e-7;

    private Classification() {}

    /** Mean of -ln(probability of the true class), in nats. */
    static double logLoss(TaskPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> predictions.scores()[row][(int) predictions.truth()[row]])
                .map(p -> -Math.log(Math.clamp(p, LEAST_PROBABILITY, 1)))
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

    private static Ranking againstRest(TaskPredictions predictions, int positive) {
        var scores = new float[predictions.rows()];
        var is = new boolean[predictions.rows()];
        for (var row = 0; row < scores.length; row++) {
            scores[row] = predictions.scores()[row][positive];
            is[row] = (int) predictions.truth()[row] == positive;
        }
        return new Ranking(scores, is);
    }
}
