package io.polyphony.engine.training;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.loss.RegressionLoss;
import io.polyphony.engine.optimizer.OptimizerSpec;
import io.polyphony.engine.optimizer.ScheduleSpec;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.weighting.WeightingSpec;
import org.jspecify.annotations.Nullable;

/**
 * How a network is trained.
 *
 * @param epochs passes over the training rows at most, 1..10000
 * @param batchSize rows per step, 1..65536; no more than there are training rows are used
 * @param clipNorm largest Euclidean norm of the gradient, 0 for no limit
 * @param patience epochs without a better validation score before training stops, 0 for never
 * @param labelSmoothing probability mass spread over the other classes, 0..0.5
 * @param classWeights whether rare classes count more, by the inverse square root of their frequency
 * @param seed same seed, same machine: bit-identical losses
 * @param limitSeconds training time after which the best epoch so far is the result, or null for none
 * @param regressionLoss the loss of all regressions
 * @param averaging epochs over which weights are averaged, exponentially, for validation and export, 0..100; 0 for none
 * @param focus gamma of the focal loss of classifications, 0..10; 0 for the plain cross-entropy
 */
public record TrainingSpec(
        int epochs,
        int batchSize,
        OptimizerSpec optimizer,
        ScheduleSpec schedule,
        WeightingSpec weighting,
        double clipNorm,
        int patience,
        AugmentSpec augment,
        double labelSmoothing,
        boolean classWeights,
        long seed,
        @Nullable Double limitSeconds,
        RegressionLoss regressionLoss,
        double averaging,
        double focus) {

    public TrainingSpec {
        Check.range("epochs", epochs, 1, 10_000);
        Check.range("batchSize", batchSize, 1, 65_536);
        Check.range("clipNorm", clipNorm, 0, 1e9);
        Check.range("patience", patience, 0, 10_000);
        Check.range("labelSmoothing", labelSmoothing, 0, 0.5);
        Check.range("averaging", averaging, 0, 100);
        Check.range("focus", focus, 0, 10);
        if (limitSeconds != null) {
            Check.range("limitSeconds", limitSeconds, 0, 1e9);
        }
    }

    /** The same without a time limit: what decides where the training goes, but not how far. */
    TrainingSpec unlimited() {
        return new TrainingSpec(
                epochs,
                batchSize,
                optimizer,
                schedule,
                weighting,
                clipNorm,
                patience,
                augment,
                labelSmoothing,
                classWeights,
                seed,
                null,
                regressionLoss,
                averaging,
                focus);
    }
}
