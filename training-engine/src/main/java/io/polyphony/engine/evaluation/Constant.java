package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.Masks;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The best predictor that sees no input, or for forecasts the one that repeats the past: the yardstick that a useful model must beat. */
final class Constant {

    private Constant() {}

    /** The share of each class; the quantile that an absolute error aims at; the mean for the others. */
    static TaskPredictions of(TaskPredictions predictions, String metric) {
        if (!predictions.yardstick().repeated().nothing()) {
            return predictions.with(naive(predictions));
        }
        var row = switch (predictions.task().type()) {
            case BINARY, MULTICLASS, ORDINAL -> shares(predictions);
            case MULTILABEL, FORECAST -> means(predictions);
            case VECTOR -> metric.equals(Metrics.MAE) ? medians(predictions) : means(predictions);
            case REGRESSION, COUNT -> new float[] {value(predictions, metric)};
            case SEGMENTATION -> everywhere(predictions, metric);
            case DETECTION -> Detections.usual(predictions);
        };
        var scores = new float[predictions.rows()][];
        Arrays.fill(scores, row);
        return predictions.with(scores);
    }

    /** One class in every pixel: where it is about overlap with a single foreground, that one, else the most frequent. */
    private static float[] everywhere(TaskPredictions predictions, String metric) {
        var masks = Masks.of(predictions.task().name(), predictions.scenes());
        var overlap = masks.classes() == 2 && !metric.equals(Metrics.PIXEL_ACCURACY);
        var chosen = overlap ? 1 : masks.mostFrequent();
        var scores = new float[masks.pixels() * masks.channels()];
        for (var i = 0; i < scores.length; i++) {
            scores[i] = masks.channels() == 1 ? chosen : i % masks.channels() == chosen ? 1 : 0;
        }
        return scores;
    }

    private static float[][] naive(TaskPredictions predictions) {
        var scores = new float[predictions.rows()][];
        var width = predictions.width();
        Arrays.setAll(
                scores,
                row -> Arrays.copyOfRange(predictions.yardstick().repeated().steps(), row * width, (row + 1) * width));
        return scores;
    }

    /** The mean of each of a row's truths. */
    private static float[] means(TaskPredictions predictions) {
        var means = new float[predictions.width()];
        for (var k = 0; k < means.length; k++) {
            var sum = 0.0;
            var known = 0;
            for (var i = k; i < predictions.truth().length; i += means.length) {
                sum += predictions.mask()[i] > 0 ? predictions.truth()[i] : 0;
                known += predictions.mask()[i] > 0 ? 1 : 0;
            }
            means[k] = (float) (sum / Math.max(1, known));
        }
        return means;
    }

    private static float[] medians(TaskPredictions predictions) {
        var width = predictions.width();
        var medians = new float[width];
        for (var k = 0; k < width; k++) {
            var place = k;
            var known = IntStream.range(0, predictions.rows())
                    .map(row -> row * width + place)
                    .filter(i -> predictions.mask()[i] > 0)
                    .mapToDouble(i -> predictions.truth()[i])
                    .sorted()
                    .toArray();
            medians[k] = (float) quantile(known, 0.5);
        }
        return medians;
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
        var sorted = IntStream.range(0, predictions.rows())
                .mapToDouble(row -> predictions.truth()[row])
                .sorted()
                .toArray();
        return quantile(sorted, share);
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        if (sorted.length == 0) {
            return 0;
        }
        double below = sorted[(int) Math.floor(place)];
        double above = sorted[(int) Math.ceil(place)];
        return below + (place - Math.floor(place)) * (above - below);
    }
}
