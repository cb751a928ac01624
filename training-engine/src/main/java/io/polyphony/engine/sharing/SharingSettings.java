package io.polyphony.engine.sharing;

/**
 * What every way of sharing can be told; each takes what it knows of.
 *
 * @param width units of a layer, or of an expert
 * @param depth layers one after the other
 * @param experts small networks side by side, for those that have several
 * @param dropout share of units dropped in training
 */
public record SharingSettings(int width, int depth, int experts, double dropout) {}
