package io.polyphony.engine.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The best predictor that sees no input: the yardstick that a useful model must beat. Every row's truth is known here. */
final class Constant {

    private Constant() {}

    /** The share of each class; the median for the absolute error; the mean for the squared ones. */
    static TaskPredictions of(TaskPredictions predictions, String metric) {
        var row = predictions.task().type().isClassification()
                ? shares(predictions)
                : new float[] {(float) (metric.equals(Metrics.MAE) ? median(predictions) : mean(predictions))};
        var scores = new float[predictions.rows()][];
        Arrays.fill(scores, row);
        return new TaskPredictions(
                predictions.task(), predictions.classes(), scores, predictions.truth(), predictions.mask());
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

    private static double median(TaskPredictions predictions) {
        var sorted = predictions.truth().clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + (double) sorted[middle]) / 2;
    }
}
