package io.polyphony.benchmarks.accuracy;

import io.polyphony.engine.evaluation.Bootstrap;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.Thresholds;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * One number to reach.
 *
 * @param name task and metric
 * @param reference what others reach on the same rows, or nearly
 */
record Figure(String name, double target, boolean atLeast, String reference, ToDoubleFunction<Answers> reading) {
    /** Behind a task's name: the answer of a network that learnt this task only. */
    static final String ALONE = " alone";

    private static final int RESAMPLES = 1000;

    /** How far the task is above the lower end of the interval (95 %) of what it reaches alone. */
    static Figure noWorseThanAlone(String task, String metric) {
        return new Figure(
                task + " " + metric + " above" + ALONE, 0, true, "the same network for this task only", answers -> {
                    var alone = answers.test(task + ALONE);
                    var interval = Objects.requireNonNull(
                            new Bootstrap(0.95, RESAMPLES, 1).intervals(alone).get(metric));
                    double ours = Metrics.evaluate(metric, answers.test(task));
                    return Metrics.info(metric).higherIsBetter() ? ours - interval.low() : interval.high() - ours;
                });
    }

    static Figure atLeast(String task, String metric, double target, String reference) {
        return new Figure(task + " " + metric, target, true, reference, metric(task, metric));
    }

    static Figure atMost(String task, String metric, double target, String reference) {
        return new Figure(task + " " + metric, target, false, reference, metric(task, metric));
    }

    /** With decisions at the threshold that makes the metric best on validation rows, as models are promoted. */
    static Figure tunedAtLeast(String task, String metric, double target, String reference) {
        return new Figure(task + " " + metric, target, true, reference, answers -> {
            var thresholds = Thresholds.tuned(answers.validation(task), metric);
            return Metrics.evaluate(metric, answers.test(task).decided(thresholds));
        });
    }

    boolean met(double value) {
        return atLeast ? value >= target : value <= target;
    }

    private static ToDoubleFunction<Answers> metric(String task, String metric) {
        return answers -> Metrics.evaluate(metric, answers.test(task));
    }

    /** Of the positive class, at the threshold that makes that metric best on validation rows. */
    static ToDoubleFunction<Answers> recallAtThreshold(String task, String tunedBy) {
        return answers -> {
            var thresholds = Thresholds.tuned(answers.validation(task), tunedBy);
            return Metrics.evaluate(Metrics.RECALL, answers.test(task).decided(thresholds));
        };
    }

    /** The mean over forecasts of the squared error in units of each column's deviation. */
    static ToDoubleFunction<Answers> meanSquare(List<String> tasks) {
        return answers -> tasks.stream()
                .mapToDouble(task -> Metrics.evaluate(Metrics.MSE, answers.test(task)))
                .average()
                .orElseThrow();
    }

    /** The mean over targets of the error relative to that of the mean (Spyromitros-Xioufis et al. 2016). */
    static ToDoubleFunction<Answers> relativeError(List<String> tasks) {
        return answers -> tasks.stream()
                .mapToDouble(task -> Math.sqrt(1 - Metrics.evaluate(Metrics.R2, answers.test(task))))
                .average()
                .orElseThrow();
    }
}
