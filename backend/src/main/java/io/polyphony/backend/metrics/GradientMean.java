package io.polyphony.backend.metrics;

/**
 * A figure of the tasks' gradients, its mean over sampled steps.
 *
 * @param name {@link MetricPoint#GRADIENT_NORM}, or another figure's beginning and the other task's name
 * @param samples how many steps
 */
public record GradientMean(String task, String name, double value, long samples) {}
