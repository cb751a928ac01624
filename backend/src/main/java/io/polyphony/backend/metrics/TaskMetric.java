package io.polyphony.backend.metrics;

/**
 * What became of one metric of a trial.
 *
 * @param task empty for what belongs to the trial as a whole
 * @param split {@code train} or {@code validation}
 * @param best the best value of any epoch
 * @param bestStep that epoch
 * @param last the newest value
 * @param lastStep that epoch
 * @param atBest the value at the trial's best epoch, whose weights are kept
 */
public record TaskMetric(
        String task, String split, String name, double best, int bestStep, double last, int lastStep, double atBest) {}
