package io.polyphony.hpo.sampler.gaussian;

/**
 * What a Gaussian process expects of the noise-free function at a point.
 *
 * @param deviation above 0
 */
public record Prediction(double mean, double deviation) {}
