package io.polyphony.engine.training;

/**
 * Where a training is within an epoch.
 *
 * @param epoch 1-based
 * @param step steps done in this epoch
 * @param steps steps of an epoch
 */
public record StepReport(int epoch, int step, int steps) {}
