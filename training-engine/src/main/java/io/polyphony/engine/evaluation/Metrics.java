package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.TaskType;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The metrics by name: what they mean, how they are computed, and which one speaks for a task. Of classes that exclude each
 * other, micro precision, recall and F1 and the weighted recall are all the accuracy, so that only the F1 is among them.
 */
public final class Metrics {

    public static final String ACCURACY = "accuracy";
    public static final String BALANCED_ACCURACY = "balanced_accuracy";
    public static final String MACRO_F1 = "macro_f1";
    public static final String ROC_AUC = "roc_auc";
    public static final String PR_AUC = "pr_auc";
    public static final String LOG_LOSS = "log_loss";
    public static final String MCC = "mcc";
    public static final String KAPPA = "kappa";
    public static final String BRIER = "brier";
    public static final String ECE = "ece";
    public static final String PRECISION = "precision";
    public static final String RECALL = "recall";
    public static final String F1 = "f1";
    public static final String MACRO_PRECISION = "macro_precision";
    public static final String MACRO_RECALL = "macro_recall";
    public static final String WEIGHTED_F1 = "weighted_f1";
    public static final String TOP_3_ACCURACY = "top_3_accuracy";
    public static final String TOP_5_ACCURACY = "top_5_accuracy";
    public static final String QUADRATIC_KAPPA = "quadratic_kappa";
    public static final String CLASS_DISTANCE = "class_distance";
    public static final String MAE = "mae";
    public static final String MAPE = "mape";
    public static final String PINBALL_10 = "pinball_10";
    public static final String PINBALL_90 = "pinball_90";
    public static final String POISSON_DEVIANCE = "poisson_deviance";
    public static final String RMSE = "rmse";
    public static final String R2 = "r2";
    /** Of vectors: the mean over numbers of their RMSE by that of saying their mean. */
    public static final String ARRMSE = "arrmse";

    public static final String MICRO_F1 = "micro_f1";
    public static final String MICRO_PRECISION = "micro_precision";
    public static final String MICRO_RECALL = "micro_recall";
    public static final String WEIGHTED_PRECISION = "weighted_precision";
    public static final String MICRO_ROC_AUC = "micro_roc_auc";
    public static final String MICRO_PR_AUC = "micro_pr_auc";
    public static final String SUBSET_ACCURACY = "subset_accuracy";
    public static final String HAMMING_LOSS = "hamming_loss";
    /** In units of the train values' deviation, as is the MAE of a forecast. */
    public static final String MSE = "mse";

    /** In units of what repeating the season misses in the past of each forecast. */
    public static final String MASE = "mase";

    public static final String MSE_FIRST_STEP = "mse_first_step";
    public static final String MSE_LAST_STEP = "mse_last_step";
    /** What the MSE of a forecast that repeats the last season would be. */
    public static final String MSE_NAIVE = "mse_naive";

    public static final String IOU = "iou";
    public static final String DICE = "dice";
    public static final String PIXEL_ACCURACY = "pixel_accuracy";

    /** Mean over classes of the average precision of boxes that cover a true one by half (intersection / union), COCO's way. */
    public static final String MAP_50 = "map_50";

    public static final String MAP_75 = "map_75";
    /** The mean over covers of 0.5, 0.55, .., 0.95. */
    public static final String MAP = "map";

    record Metric(MetricInfo info, ToDoubleFunction<TaskPredictions> of) {}

    private static final List<Metric> OF_CLASSES = List.of(
            share(ACCURACY, agreed(ACCURACY)),
            share(BALANCED_ACCURACY, agreed(BALANCED_ACCURACY)),
            share(MACRO_F1, agreed(MACRO_F1)),
            share(WEIGHTED_F1, agreed(WEIGHTED_F1)),
            share(ROC_AUC, Classification::rocAuc),
            share(PR_AUC, Classification::averagePrecision),
            error(LOG_LOSS, Classification::logLoss),
            agreement(MCC, agreed(MCC)),
            agreement(KAPPA, agreed(KAPPA)),
            error(BRIER, Classification::brier),
            error(ECE, Classification::calibrationError));

    private static final List<Metric> OF_TWO_CLASSES =
            List.of(share(PRECISION, agreed(PRECISION)), share(RECALL, agreed(RECALL)), share(F1, agreed(F1)));

    private static final List<Metric> OF_MANY_CLASSES = List.of(
            share(MACRO_PRECISION, agreed(MACRO_PRECISION)),
            share(MACRO_RECALL, agreed(MACRO_RECALL)),
            share(WEIGHTED_PRECISION, agreed(WEIGHTED_PRECISION)),
            share(MICRO_F1, agreed(MICRO_F1)),
            share(TOP_3_ACCURACY, predictions -> Classification.topAccuracy(predictions, 3)),
            share(TOP_5_ACCURACY, predictions -> Classification.topAccuracy(predictions, 5)));

    private static final List<Metric> OF_ORDERED_CLASSES = List.of(
            agreement(QUADRATIC_KAPPA, agreed(QUADRATIC_KAPPA)), error(CLASS_DISTANCE, Classification::distance));

    private static final List<Metric> OF_VALUES = List.of(
            error(MAE, Regression::mae),
            error(RMSE, Regression::rmse),
            new Metric(new MetricInfo(R2, true, Double.NEGATIVE_INFINITY, 1), Regression::r2),
            error(MAPE, Regression::mape),
            error(PINBALL_10, predictions -> Regression.pinball(predictions, 0.1)),
            error(PINBALL_90, predictions -> Regression.pinball(predictions, 0.9)));

    private static final List<Metric> OF_COUNTS = List.of(error(POISSON_DEVIANCE, Regression::poissonDeviance));

    /** Averages over labels. */
    private static final List<Metric> OF_LABELS = List.of(
            share(MACRO_F1, predictions -> LabelSets.macro(predictions, LabelSets.Tally::f1)),
            share(MICRO_F1, predictions -> LabelSets.micro(predictions, LabelSets.Tally::f1)),
            share(MACRO_PRECISION, predictions -> LabelSets.macro(predictions, LabelSets.Tally::precision)),
            share(MICRO_PRECISION, predictions -> LabelSets.micro(predictions, LabelSets.Tally::precision)),
            share(MACRO_RECALL, predictions -> LabelSets.macro(predictions, LabelSets.Tally::recall)),
            share(MICRO_RECALL, predictions -> LabelSets.micro(predictions, LabelSets.Tally::recall)),
            share(SUBSET_ACCURACY, LabelSets::subsetAccuracy),
            error(HAMMING_LOSS, LabelSets::hammingLoss),
            share(ROC_AUC, LabelSets::rocAuc),
            share(PR_AUC, LabelSets::averagePrecision),
            share(MICRO_ROC_AUC, predictions -> LabelSets.together(predictions).rocAuc()),
            share(MICRO_PR_AUC, predictions -> LabelSets.together(predictions).averagePrecision()));

    private static final List<Metric> OF_FORECASTS = List.of(
            error(MSE, Forecasts::mse),
            error(MAE, Forecasts::mae),
            error(MASE, Forecasts::mase),
            error(MSE_FIRST_STEP, Forecasts::mseOfFirst),
            error(MSE_LAST_STEP, Forecasts::mseOfLast),
            error(MSE_NAIVE, Forecasts::mseOfNaive));

    private static final List<Metric> OF_MASKS = List.of(
            share(IOU, Segments::iou), share(DICE, Segments::dice), share(PIXEL_ACCURACY, Segments::pixelAccuracy));

    private static final Map<TaskType, Map<String, Metric>> BY_TYPE = byType();

    private static final Set<String> DECIDED =
            Set.of(ACCURACY, BALANCED_ACCURACY, MACRO_F1, WEIGHTED_F1, F1, MCC, KAPPA, IOU, DICE, PIXEL_ACCURACY);

    private static Map<TaskType, Map<String, Metric>> byType() {
        var all = new EnumMap<TaskType, Map<String, Metric>>(TaskType.class);
        for (var type : TaskType.values()) {
            all.put(
                    type,
                    switch (type) {
                        case BINARY -> byName(OF_CLASSES, OF_TWO_CLASSES);
                        case MULTICLASS -> byName(OF_CLASSES, OF_MANY_CLASSES);
                        case ORDINAL -> byName(OF_ORDERED_CLASSES, OF_CLASSES, OF_MANY_CLASSES);
                        case REGRESSION -> byName(OF_VALUES);
                        case VECTOR -> byName(Components.METRICS);
                        case COUNT -> byName(OF_VALUES, OF_COUNTS);
                        case MULTILABEL -> byName(OF_LABELS);
                        case FORECAST -> byName(OF_FORECASTS);
                        case SEGMENTATION -> byName(OF_MASKS);
                        case DETECTION -> byName(AveragePrecision.METRICS);
                    });
        }
        return all;
    }

    private Metrics() {}

    /** Every metric of the task's type by name. One that is undefined here (such as ROC-AUC with a single class) is left out. */
    public static LinkedHashMap<String, Double> evaluate(TaskPredictions predictions) {
        var known = predictions.known();
        var values = new LinkedHashMap<String, Double>();
        of(known.task().type()).forEach((name, metric) -> {
            var value = metric.of().applyAsDouble(known);
            if (known.rows() > 0 && Double.isFinite(value)) {
                values.put(name, value);
            }
        });
        return values;
    }

    /** One metric; NaN where it is undefined. */
    public static double evaluate(String metric, TaskPredictions predictions) {
        var known = predictions.known();
        var ofType = of(predictions.task().type()).get(metric);
        var used = ofType == null ? named(metric) : ofType;
        return known.rows() == 0 ? Double.NaN : used.of().applyAsDouble(known);
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
                    case ORDINAL -> QUADRATIC_KAPPA;
                    case REGRESSION, COUNT -> MAE;
                    case VECTOR -> ARRMSE;
                    case MULTILABEL -> PR_AUC;
                    case FORECAST -> MSE;
                    case SEGMENTATION -> IOU;
                    case DETECTION -> MAP_50;
                });
    }

    /** The primary metric on a scale that tasks share; see {@link #normalised(String, TaskPredictions)}. */
    public static double normalised(TaskPredictions predictions) {
        return normalised(primaryFor(predictions.task().type()).name(), predictions);
    }

    /** A metric on a scale that tasks share: 0 is the best constant predictor on these rows (for forecasts, the repeated past), 1 is perfect, below 0 is harmful; 0 where undefined. */
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

    /** Whether a metric is about decisions and worth to aim at by a threshold: precision or recall alone would be all or nothing. */
    static boolean decides(String metric) {
        return DECIDED.contains(metric);
    }

    private static Map<String, Metric> of(TaskType type) {
        return BY_TYPE.getOrDefault(type, Map.of());
    }

    private static Metric named(String name) {
        return BY_TYPE.values().stream()
                .flatMap(metrics -> Stream.ofNullable(metrics.get(name)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no metric (%s).%nMaybe one of %s was meant."
                        .formatted(
                                name,
                                BY_TYPE.values().stream()
                                        .flatMap(metrics -> metrics.keySet().stream())
                                        .distinct()
                                        .toList())));
    }

    private static ToDoubleFunction<TaskPredictions> agreed(String name) {
        var metric = Objects.requireNonNull(Agreement.METRICS.get(name));
        return predictions -> metric.applyAsDouble(Agreement.of(predictions));
    }

    static Metric share(String name, ToDoubleFunction<TaskPredictions> of) {
        return new Metric(new MetricInfo(name, true, 0, 1), of);
    }

    static Metric error(String name, ToDoubleFunction<TaskPredictions> of) {
        return new Metric(new MetricInfo(name, false, 0, Double.POSITIVE_INFINITY), of);
    }

    /** 1 for full agreement, 0 for that of chance, -1 for its contrary. */
    private static Metric agreement(String name, ToDoubleFunction<TaskPredictions> of) {
        return new Metric(new MetricInfo(name, true, -1, 1), of);
    }

    @SafeVarargs
    private static Map<String, Metric> byName(List<Metric>... groups) {
        var map = new LinkedHashMap<String, Metric>();
        for (var group : groups) {
            group.forEach(metric -> map.put(metric.info().name(), metric));
        }
        return map;
    }
}
