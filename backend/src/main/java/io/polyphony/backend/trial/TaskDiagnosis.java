package io.polyphony.backend.trial;

import io.polyphony.engine.evaluation.Calibration;
import io.polyphony.engine.evaluation.ComponentScore;
import io.polyphony.engine.evaluation.ConfusionMatrix;
import io.polyphony.engine.evaluation.LabelScore;
import io.polyphony.engine.evaluation.OperatingCurve;
import io.polyphony.engine.evaluation.Residuals;
import io.polyphony.engine.evaluation.StepErrors;
import io.polyphony.engine.evaluation.TaskPredictions;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where a network is right and wrong on some rows of one task. What does not fit the task's type is null.
 *
 * @param thresholds from which probability on it says yes, by class or label; empty where it takes the most probable
 * @param curves what every threshold would do, by class (against the rest) or label, the most frequent first
 * @param calibration whether probabilities are what they say
 * @param confusion for classifications
 * @param residuals for regressions and counts
 * @param labels for multilabel tasks
 * @param steps for forecasts
 * @param masks some examples of a segmentation, of rows that may be seen
 * @param boxes likewise of a detection
 * @param components for vectors, number by number
 */
public record TaskDiagnosis(
        String task,
        Map<String, Double> thresholds,
        @Nullable List<OperatingCurve> curves,
        @Nullable Calibration calibration,
        @Nullable ConfusionMatrix confusion,
        @Nullable Residuals residuals,
        @Nullable List<LabelScore> labels,
        @Nullable StepErrors steps,
        @Nullable List<MaskExample> masks,
        @Nullable List<BoxExample> boxes,
        @Nullable List<ComponentScore> components) {

    /** Of rows that must not be seen one by one. */
    public static TaskDiagnosis of(TaskPredictions predictions) {
        return switch (predictions.task().type()) {
            case BINARY, MULTICLASS, ORDINAL -> curved(predictions, ConfusionMatrix.of(predictions), null);
            case MULTILABEL -> curved(predictions, null, LabelScore.of(predictions));
            case REGRESSION, COUNT -> plain(predictions, Residuals.of(predictions), null, null, null);
            case FORECAST -> plain(predictions, null, StepErrors.of(predictions), null, null);
            case VECTOR -> components(predictions);
            case SEGMENTATION, DETECTION -> plain(predictions, null, null, null, null);
        };
    }

    /** @param pictures the files on which answers lie, by place among the predictions */
    static TaskDiagnosis of(TaskPredictions predictions, IntFunction<byte @Nullable []> pictures) {
        return switch (predictions.task().type()) {
            case SEGMENTATION -> plain(predictions, null, null, MaskExample.of(predictions, pictures), null);
            case DETECTION -> plain(predictions, null, null, null, BoxExample.of(predictions, pictures));
            case BINARY, MULTICLASS, ORDINAL, MULTILABEL, REGRESSION, VECTOR, COUNT, FORECAST -> of(predictions);
        };
    }

    private static TaskDiagnosis curved(
            TaskPredictions predictions, @Nullable ConfusionMatrix confusion, @Nullable List<LabelScore> labels) {
        return new TaskDiagnosis(
                predictions.task().name(),
                predictions.thresholds().byName(predictions.task().type(), predictions.classes()),
                OperatingCurve.of(predictions),
                Calibration.of(predictions),
                confusion,
                null,
                labels,
                null,
                null,
                null,
                null);
    }

    private static TaskDiagnosis components(TaskPredictions predictions) {
        var components = ComponentScore.of(predictions);
        return new TaskDiagnosis(
                predictions.task().name(), Map.of(), null, null, null, null, null, null, null, null, components);
    }

    private static TaskDiagnosis plain(
            TaskPredictions predictions,
            @Nullable Residuals residuals,
            @Nullable StepErrors steps,
            @Nullable List<MaskExample> masks,
            @Nullable List<BoxExample> boxes) {
        return new TaskDiagnosis(
                predictions.task().name(), Map.of(), null, null, null, residuals, null, steps, masks, boxes, null);
    }
}
