package io.polyphony.engine.data;

/**
 * How far pictures may be moved on which answers lie.
 *
 * @param ways in which they may lie
 * @param tilts whether they may be turned by less than a quarter: upright boxes would not follow
 * @param whole whether all of a picture stays in sight, since something on it is counted
 */
public record Leeway(Mirror ways, boolean tilts, boolean whole) {}
