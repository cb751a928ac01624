package io.polyphony.engine.evaluation;

import java.util.stream.IntStream;

/** Metrics of forecasts, in units of the train values' deviation, over all rows and steps whose truth is known. Undefined ones are NaN. */
final class Forecasts {

    private Forecasts() {}

    /** Mean squared error. */
    static double mse(TaskPredictions predictions) {
        return square(predictions, 0, predictions.width());
    }

    /** Mean absolute error. */
    static double mae(TaskPredictions predictions) {
        return mean(predictions, 0, predictions.width(), Math::abs, false);
    }

    /** Mean squared error of the first step alone. */
    static double mseOfFirst(TaskPredictions predictions) {
        return square(predictions, 0, 1);
    }

    /** Mean squared error of the last step alone. */
    static double mseOfLast(TaskPredictions predictions) {
        return square(predictions, predictions.width() - 1, predictions.width());
    }

    /** Mean squared error of repeating the past; NaN where there is none. */
    static double mseOfNaive(TaskPredictions predictions) {
        return predictions.yardstick().repeated().nothing()
                ? Double.NaN
                : mean(predictions, 0, predictions.width(), error -> error * error, true);
    }

    /**
     * Mean absolute scaled error (Hyndman and Koehler 2006, "Another look at measures of forecast accuracy"): in units of what
     * repeating the season misses within the past that a row sees, so that series of every size count alike. Rows whose past
     * repeats itself without a miss have none.
     */
    static double mase(TaskPredictions predictions) {
        var misses = predictions.yardstick().repeated().misses();
        var sum = 0.0;
        var known = 0L;
        for (var i = 0; i < predictions.truth().length && misses.length > 0; i++) {
            var row = i / predictions.width();
            if (predictions.mask()[i] > 0 && misses[row] > 0) {
                var error = predictions.scores()[row][i % predictions.width()]
                        - predictions.truth()[i];
                sum += Math.abs(error) / misses[row];
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    /** Mean absolute error of each step. */
    static double[] maeByStep(TaskPredictions predictions) {
        return IntStream.range(0, predictions.width())
                .mapToDouble(step -> mean(predictions, step, step + 1, Math::abs, false))
                .toArray();
    }

    /** Mean squared error of each step. */
    static double[] mseByStep(TaskPredictions predictions) {
        return IntStream.range(0, predictions.width())
                .mapToDouble(step -> square(predictions, step, step + 1))
                .toArray();
    }

    /** Mean squared error of each step of repeating the past. */
    static double[] naiveByStep(TaskPredictions predictions) {
        return IntStream.range(0, predictions.width())
                .mapToDouble(step -> mean(predictions, step, step + 1, error -> error * error, true))
                .toArray();
    }

    private static double square(TaskPredictions predictions, int from, int to) {
        return mean(predictions, from, to, error -> error * error, false);
    }

    private interface Size {
        double of(double error);
    }

    private static double mean(TaskPredictions predictions, int from, int to, Size size, boolean naive) {
        var sum = 0.0;
        var known = 0L;
        for (var row = 0; row < predictions.rows(); row++) {
            for (var step = from; step < to; step++) {
                var at = row * predictions.width() + step;
                if (predictions.mask()[at] > 0) {
                    var said = naive
                            ? predictions.yardstick().repeated().steps()[at]
                            : predictions.scores()[row][step];
                    sum += size.of((said - predictions.truth()[at])
                            / predictions.yardstick().unit());
                    known++;
                }
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }
}
