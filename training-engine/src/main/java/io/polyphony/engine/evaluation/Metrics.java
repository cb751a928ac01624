package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.TaskType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The metrics by name: what they mean, how they are computed, and which one speaks for a task. */
public final class Metrics {

    public static final String ACCURACY = "accuracy";
    public static final String BALANCED_ACCURACY = "balanced_accuracy";
    public static final String MACRO_F1 = "macro_f1";
    public static final String ROC_AUC = "roc_auc";
    public static final String PR_AUC = "pr_auc";
    public static final String LOG_LOSS = "log_loss";
    public static final String MAE = "mae";
    public static final String RMSE = "rmse";
    public static final String R2 = "r2";

    private record Metric(MetricInfo info, ToDoubleFunction<TaskPredictions> of) {}

    private static final Map<String, Metric> CLASSIFICATION = byName(
            share(ACCURACY, predictions -> ConfusionMatrix.of(predictions).accuracy()),
            share(
                    BALANCED_ACCURACY,
                    predictions -> ConfusionMatrix.of(predictions).balancedAccuracy()),
            share(MACRO_F1, predictions -> ConfusionMatrix.of(predictions).macroF1()),
            share(ROC_AUC, Classification::rocAuc),
            share(PR_AUC, Classification::averagePrecision),
            error(LOG_LOSS, Classification::logLoss));

    private static final Map<String, Metric> REGRESSION = byName(
            error(MAE, Regression::mae),
            error(RMSE, Regression::rmse),
            new Metric(new MetricInfo(R2, true, Double.NEGATIVE_INFINITY, 1), Regression::r2));

    private Metrics() {}

    /** Every metric of the task's type by name. One that is undefined here (such as ROC-AUC with a single class) is left out. */
    public static LinkedHashMap<String, Double> evaluate(TaskPredictions predictions) {
        var known = predictions.known();
        var values = new LinkedHashMap<String, Double>();
        of(known.task().type()).forEach((name, metric) -> {
            var value = metric.of().applyAsDouble(known);
            if (Double.isFinite(value)) {
                values.put(name, value);
            }
        });
        return values;
    }

    /** One metric; NaN where it is undefined. */
    public static double evaluate(String metric, TaskPredictions predictions) {
        return named(metric).of().applyAsDouble(predictions.known());
    }

    /** The metrics of a task of that type, the most telling order first. */
    public static List<MetricInfo> forType(TaskType type) {
        return of(type).values().stream().map(Metric::info).toList();
    }

    /**
     * What the metric's numbers mean.
     *
     * @throws IllegalArgumentException when there is no such metric
     */
    public static MetricInfo info(String metric) {
        return named(metric).info();
    }

    /** The metric that speaks for a task unless its owner chose another. */
    public static MetricInfo primaryFor(TaskType type) {
        return info(
                switch (type) {
                    case BINARY -> ROC_AUC;
                    case MULTICLASS -> ACCURACY;
                    case REGRESSION -> MAE;
                });
    }

    /** The primary metric on a scale that tasks share; see {@link #normalised(String, TaskPredictions)}. */
    public static double normalised(TaskPredictions predictions) {
        return normalised(primaryFor(predictions.task().type()).name(), predictions);
    }

    /** A metric on a scale that tasks share: 0 is the best constant predictor on these rows, 1 is perfect, below 0 is harmful; 0 where undefined. */
    public static double normalised(String metric, TaskPredictions predictions) {
        var known = predictions.known();
        var value = evaluate(metric, known);
        var constant = evaluate(metric, Constant.of(known, metric));
        var perfect = info(metric).higherIsBetter()
                ? info(metric).high()
                : info(metric).low();
        if (!Double.isFinite(value) || !Double.isFinite(constant)) {
            return 0;
        }
        return constant == perfect ? (value == perfect ? 1 : 0) : (value - constant) / (perfect - constant);
    }

    private static Map<String, Metric> of(TaskType type) {
        return type.isClassification() ? CLASSIFICATION : REGRESSION;
    }

    private static Metric named(String name) {
        var metric = CLASSIFICATION.getOrDefault(name, REGRESSION.get(name));
        if (metric == null) {
            throw new IllegalArgumentException("There is no metric (%s).%nMaybe one of %s or %s was meant."
                    .formatted(name, CLASSIFICATION.keySet(), REGRESSION.keySet()));
        }
        return metric;
    }

    private static Metric share(String name, ToDoubleFunction<TaskPredictions> of) {
        return new Metric(new MetricInfo(name, true, 0, 1), of);
    }

    private static Metric error(String name, ToDoubleFunction<TaskPredictions> of) {
        return new Metric(new MetricInfo(name, false, 0, Double.POSITIVE_INFINITY), of);
    }

    private static Map<String, Metric> byName(Metric... metrics) {
        var map = new LinkedHashMap<String, Metric>();
        for (var metric : metrics) {
            map.put(metric.info().name(), metric);
        }
        return map;
    }
}
