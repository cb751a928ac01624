package io.polyphony.backend.trial;

import io.polyphony.backend.common.TrialId;

/**
 * A trial that some process is said to run.
 *
 * @param lane the lane that runs it
 * @param silentSeconds since its process last said that it lives, by the database's clock
 */
public record Sighting(TrialId trial, int lane, double silentSeconds) {}
