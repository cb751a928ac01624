package io.polyphony.engine.training;

import java.util.Map;

/**
 * One task in one epoch.
 *
 * @param trainLoss mean over present labels, as trained (dropout and augmentation on)
 * @param validationLoss mean over present labels
 * @param lossWeight the factor on the task's raw loss at the epoch's last step
 * @param metrics validation metrics by name
 */
public record TaskReport(double trainLoss, double validationLoss, double lossWeight, Map<String, Double> metrics) {}
