package io.polyphony.backend.trial;

import io.polyphony.engine.evaluation.ConfusionMatrix;
import io.polyphony.engine.evaluation.Residuals;
import org.jspecify.annotations.Nullable;

/**
 * Where a finished trial is right and wrong on the validation rows of one task.
 *
 * @param confusion for classification, else null
 * @param residuals for regression, else null
 */
public record TaskDiagnosis(
        String task,
        @Nullable ConfusionMatrix confusion,
        @Nullable Residuals residuals) {}
