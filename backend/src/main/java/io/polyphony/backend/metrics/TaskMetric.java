package io.polyphony.backend.metrics;

import org.jspecify.annotations.Nullable;

/**
 * What became of one metric of a trial.
 *
 * @param task empty for what belongs to the trial as a whole
 * @param split {@code train} or {@code validation}
 * @param best the best value of any epoch
 * @param bestStep that epoch
 * @param last the newest value
 * @param lastStep that epoch
 * @param atBest the value of the weights that are kept: at the trial's best epoch, or of a mean of epochs, or the mean over folds
 * @param spread its standard deviation over folds; null for a single training
 */
public record TaskMetric(
        String task,
        String split,
        String name,
        double best,
        int bestStep,
        double last,
        int lastStep,
        double atBest,
        @Nullable Double spread) {}
