package io.polyphony.engine.training;

import java.util.Map;

/**
 * What one epoch did.
 *
 * @param epoch 1-based
 * @param epochs the most there will be
 * @param tasks per task, in the network's order
 * @param totalLoss mean over the epoch's steps of the weighted training loss
 * @param learningRate at the epoch's last step
 * @param score mean over tasks of the normalised primary validation metric, higher is better; picks the best epoch
 * @param rowsPerSecond training rows per second, validation excluded
 * @param secondsLeft estimate for the remaining epochs
 */
public record EpochReport(
        int epoch,
        int epochs,
        Map<String, TaskReport> tasks,
        double totalLoss,
        double learningRate,
        double score,
        double rowsPerSecond,
        double secondsLeft) {}
