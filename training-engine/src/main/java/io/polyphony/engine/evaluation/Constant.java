package io.polyphony.engine.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The best predictor that sees no input: the yardstick that a useful model must beat. Every row's truth is known here. */
final class Constant {

    private Constant() {}

    /** The share of each class; the quantile that an absolute error aims at; the mean for the others. */
    static TaskPredictions of(TaskPredictions predictions, String metric) {
        var row = predictions.task().type().isClassification()
                ? shares(predictions)
                : new float[] {value(predictions, metric)};
        var scores = new float[predictions.rows()][];
        Arrays.fill(scores, row);
        return new TaskPredictions(
                predictions.task(), predictions.classes(), scores, predictions.truth(), predictions.mask());
    }

    private static float value(TaskPredictions predictions, String metric) {
        return (float)
                switch (metric) {
                    case Metrics.MAE, Metrics.MAPE -> quantile(predictions, 0.5);
                    case Metrics.PINBALL_10 -> quantile(predictions, 0.1);
                    case Metrics.PINBALL_90 -> quantile(predictions, 0.9);
                    default -> mean(predictions);
                };
    }

    private static float[] shares(TaskPredictions predictions) {
        var shares = new float[predictions.classes().size()];
        for (var truth : predictions.truth()) {
            shares[(int) truth] += 1f / predictions.rows();
        }
        return shares;
    }

    private static double mean(TaskPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> predictions.truth()[row])
                .average()
                .orElse(0);
    }

    /** Between the two nearest truths. */
    private static double quantile(TaskPredictions predictions, double share) {
        var sorted = predictions.truth().clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        if (sorted.length == 0) {
            return 0;
        }
        double below = sorted[(int) Math.floor(place)];
        double above = sorted[(int) Math.ceil(place)];
        return below + (place - Math.floor(place)) * (above - below);
    }
}
