package io.polyphony.backend.trial;

import io.polyphony.backend.common.TrialId;

/** A worker wrote for an attempt that is no longer the trial's: the trial was taken up by another, or ended. The worker stops. */
public final class StaleAttempt extends RuntimeException {
    StaleAttempt(TrialId trial, int attempt) {
        super(
                "The attempt %d of trial %s may not write any more. Maybe its worker was thought dead, or the trial ended."
                        .formatted(attempt, trial));
    }

    /** The refusal of this attempt. */
    public static StaleAttempt of(Attempt attempt) {
        return new StaleAttempt(attempt.trial(), attempt.number());
    }

    /** Refuses when no row was changed. */
    public static void unless(int changed, Attempt attempt) {
        if (changed == 0) {
            throw of(attempt);
        }
    }
}
