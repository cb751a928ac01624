package io.polyphony.engine.fusion;

/**
 * What every fusion can be told; each takes what it knows of.
 *
 * @param width length of the fused embedding
 * @param depth layers, for those that have several
 * @param dropout share of units dropped in training
 * @param modalityDropout probability that a row loses an input in training
 */
public record FusionSettings(int width, int depth, double dropout, double modalityDropout) {}
