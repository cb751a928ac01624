package io.polyphony.engine.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Metrics of vectors: those of each of their numbers over rows where it is known, then the mean over numbers. Undefined ones
 * are NaN; a number without a known truth has no say.
 */
final class Components {
    static final List<Metrics.Metric> METRICS = List.of(
            Metrics.error(Metrics.ARRMSE, Components::relative),
            Metrics.error(Metrics.MAE, Components::mae),
            Metrics.error(Metrics.RMSE, Components::rmse),
            new Metrics.Metric(new MetricInfo(Metrics.R2, true, Double.NEGATIVE_INFINITY, 1), Components::r2));

    /**
     * One of the numbers.
     *
     * @param errors predicted less true
     * @param truths as many
     */
    private record Component(double[] errors, double[] truths) {
        double meanSize() {
            return IntStream.range(0, errors.length)
                    .mapToDouble(i -> Math.abs(errors[i]))
                    .average()
                    .orElse(Double.NaN);
        }

        double explained() {
            return variance() == 0 ? Double.NaN : 1 - meanSquare() / variance();
        }

        double relative() {
            return variance() == 0 ? Double.NaN : Math.sqrt(meanSquare() / variance());
        }

        double meanSquare() {
            return IntStream.range(0, errors.length)
                    .mapToDouble(i -> errors[i] * errors[i])
                    .average()
                    .orElse(Double.NaN);
        }

        double variance() {
            double mean = IntStream.range(0, truths.length)
                    .mapToDouble(i -> truths[i])
                    .average()
                    .orElse(Double.NaN);
            return IntStream.range(0, truths.length)
                    .mapToDouble(i -> (truths[i] - mean) * (truths[i] - mean))
                    .average()
                    .orElse(Double.NaN);
        }
    }

    private Components() {}

    /** Each number by itself. */
    static List<ComponentScore> scores(TaskPredictions predictions) {
        return IntStream.range(0, predictions.width())
                .mapToObj(place -> {
                    var one = component(predictions, place);
                    return new ComponentScore(
                            place + 1,
                            one.errors.length,
                            MetricInfo.defined(one.meanSize()),
                            MetricInfo.defined(Math.sqrt(one.meanSquare())),
                            MetricInfo.defined(one.explained()),
                            MetricInfo.defined(one.relative()));
                })
                .toList();
    }

    /** Mean absolute error, in the target's units. */
    static double mae(TaskPredictions predictions) {
        return mean(predictions, Component::meanSize);
    }

    /** Root of the mean squared error, in the target's units. */
    static double rmse(TaskPredictions predictions) {
        return mean(predictions, one -> Math.sqrt(one.meanSquare()));
    }

    /** Share of the variance that is explained; numbers that never change have no say. */
    static double r2(TaskPredictions predictions) {
        return mean(predictions, Component::explained);
    }

    /**
     * The average relative root mean squared error (Spyromitros-Xioufis 2016): RMSE by that of saying the mean of these rows'
     * truths; 1 says no more than the mean. It knows no units, so that no number outweighs the others.
     */
    static double relative(TaskPredictions predictions) {
        return mean(predictions, Component::relative);
    }

    private static double mean(TaskPredictions predictions, ToDoubleFunction<Component> of) {
        return IntStream.range(0, predictions.width())
                .mapToDouble(place -> of.applyAsDouble(component(predictions, place)))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    private static Component component(TaskPredictions predictions, int place) {
        int width = predictions.width();
        var known = IntStream.range(0, predictions.rows())
                .filter(row -> predictions.mask()[row * width + place] > 0)
                .toArray();
        return new Component(
                IntStream.of(known)
                        .mapToDouble(row ->
                                predictions.scores()[row][place] - predictions.truth()[row * width + place])
                        .toArray(),
                IntStream.of(known)
                        .mapToDouble(row -> predictions.truth()[row * width + place])
                        .toArray());
    }
}
