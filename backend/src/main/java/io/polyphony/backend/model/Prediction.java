package io.polyphony.backend.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about one task of one row.
 *
 * @param value the predicted value of a regression, in the target's own units; null for classes
 * @param label the most probable class; null for regressions
 * @param probabilities by class; empty for regressions
 */
public record Prediction(@Nullable Double value, @Nullable String label, Map<String, Double> probabilities) {}
