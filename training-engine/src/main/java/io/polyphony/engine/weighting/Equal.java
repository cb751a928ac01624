package io.polyphony.engine.weighting;

/** Every task counts the same: each loss is divided by its value for a constant predictor. */
public record Equal() implements WeightingSpec {}
