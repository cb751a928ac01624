package io.polyphony.backend.trial;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.experiment.ExperimentState;

/**
 * What a worker must know about an attempt it is running: whether it still is the trial's, and what people want.
 *
 * @param current whether the attempt may still write
 */
public record Standing(Attempt attempt, ExperimentId experiment, ExperimentState state, boolean current) {}
