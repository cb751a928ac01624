package io.polyphony.hpo.analysis;

/**
 * How much of an objective's variation a parameter explains.
 *
 * @param share relative to all parameters: they add up to 1, unless nothing varies
 * @param error the standard deviation of the share over bootstrap samples of the trials
 */
public record Importance(String parameter, double share, double error) {}
