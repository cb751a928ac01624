package io.polyphony.backend.trial;

import io.polyphony.backend.common.TrialId;

/**
 * An attempt together with whose it is.
 *
 * @param number the trial's
 * @param label the trial's
 */
public record ExperimentAttempt(TrialId trial, int number, String label, AttemptView attempt) {}
