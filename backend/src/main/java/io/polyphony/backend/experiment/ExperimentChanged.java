package io.polyphony.backend.experiment;

import io.polyphony.backend.common.ExperimentId;

/**
 * A person changed an experiment. Fired within the transaction that changes it, so that work is dispatched if and only if
 * the change is committed.
 *
 * @param state the new state
 */
public record ExperimentChanged(ExperimentId id, ExperimentState state) {}
