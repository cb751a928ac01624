package io.polyphony.engine.evaluation;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Metrics of predicted values; every row's truth is known here. Undefined ones are NaN. */
final class Regression {

    private Regression() {}

    /** Mean absolute error, in the target's units. */
    static double mae(TaskPredictions predictions) {
        return errors(predictions).map(Math::abs).average().orElse(Double.NaN);
    }

    /** Root of the mean squared error, in the target's units. */
    static double rmse(TaskPredictions predictions) {
        return Math.sqrt(meanSquare(errors(predictions)));
    }

    /** Share of the variance that is explained; NaN when the truth never changes. */
    static double r2(TaskPredictions predictions) {
        var mean = truths(predictions).average().orElse(Double.NaN);
        var variance = meanSquare(truths(predictions).map(value -> value - mean));
        return variance == 0 ? Double.NaN : 1 - meanSquare(errors(predictions)) / variance;
    }

    private static double meanSquare(DoubleStream values) {
        return values.map(value -> value * value).average().orElse(Double.NaN);
    }

    private static DoubleStream truths(TaskPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> predictions.truth()[row]);
    }

    private static DoubleStream errors(TaskPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> predictions.scores()[row][0] - predictions.truth()[row]);
    }
}
