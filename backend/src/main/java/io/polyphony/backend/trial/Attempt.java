package io.polyphony.backend.trial;

import io.polyphony.backend.common.TrialId;

/** One run of a trial: what every write of a worker is stamped with. */
public record Attempt(TrialId trial, int number) {}
