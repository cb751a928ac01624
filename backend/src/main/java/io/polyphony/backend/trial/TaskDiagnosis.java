package io.polyphony.backend.trial;

import io.polyphony.engine.evaluation.ConfusionMatrix;
import io.polyphony.engine.evaluation.LabelScore;
import io.polyphony.engine.evaluation.Residuals;
import io.polyphony.engine.evaluation.StepErrors;
import io.polyphony.engine.evaluation.TaskPredictions;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where a finished trial is right and wrong on the validation rows of one task.
 *
 * @param confusion for classification, else null
 * @param residuals for regressions and counts, else null
 * @param labels for multilabel tasks, else null
 * @param steps for forecasts, else null
 * @param masks some examples of a segmentation, else null
 */
public record TaskDiagnosis(
        String task,
        @Nullable ConfusionMatrix confusion,
        @Nullable Residuals residuals,
        @Nullable List<LabelScore> labels,
        @Nullable StepErrors steps,
        @Nullable List<MaskExample> masks) {

    private TaskDiagnosis(
            String task,
            @Nullable ConfusionMatrix confusion,
            @Nullable Residuals residuals,
            @Nullable List<LabelScore> labels,
            @Nullable StepErrors steps) {
        this(task, confusion, residuals, labels, steps, null);
    }

    /** @param pictures the files of a segmentation's pictures, by place among the predictions */
    static TaskDiagnosis of(TaskPredictions predictions, IntFunction<byte @Nullable []> pictures) {
        var name = predictions.task().name();
        return switch (predictions.task().type()) {
            case BINARY, MULTICLASS, ORDINAL ->
                new TaskDiagnosis(name, ConfusionMatrix.of(predictions), null, null, null);
            case REGRESSION, COUNT -> new TaskDiagnosis(name, null, Residuals.of(predictions), null, null);
            case MULTILABEL -> new TaskDiagnosis(name, null, null, LabelScore.of(predictions), null);
            case SEGMENTATION -> new TaskDiagnosis(name, null, null, null, null, MaskExample.of(predictions, pictures));
            case FORECAST -> new TaskDiagnosis(name, null, null, null, StepErrors.of(predictions));
        };
    }
}
