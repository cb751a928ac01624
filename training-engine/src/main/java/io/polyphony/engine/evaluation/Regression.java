package io.polyphony.engine.evaluation;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Metrics of predicted values; every row's truth is known here. Undefined ones are NaN. */
final class Regression {

    /** A count's expectation is never quite 0. */
    private static final double LEAST = 1e-6;

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

    /** Mean absolute error as a share of the truth, over rows whose truth is not 0. */
    static double mape(TaskPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .filter(row -> predictions.truth()[row] != 0)
                .mapToDouble(row ->
                        Math.abs((predictions.scores()[row][0] - predictions.truth()[row])
                                / predictions.truth()[row]))
                .average()
                .orElse(Double.NaN);
    }

    /** The loss whose least is the quantile: what lies above the prediction counts q, what lies below 1 - q. */
    static double pinball(TaskPredictions predictions, double quantile) {
        return errors(predictions)
                .map(error -> Math.max(-quantile * error, (1 - quantile) * error))
                .average()
                .orElse(Double.NaN);
    }

    /** Mean of 2 (y ln(y / p) - y + p), of predictions above 0. */
    static double poissonDeviance(TaskPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> deviance(
                        predictions.truth()[row], Math.max(LEAST, predictions.scores()[row][0])))
                .average()
                .orElse(Double.NaN);
    }

    private static double deviance(double truth, double predicted) {
        return 2 * ((truth == 0 ? 0 : truth * Math.log(truth / predicted)) - truth + predicted);
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
