package io.polyphony.hpo.trial;

/** How far a trial has come. */
public enum TrialState {
    WAITING,
    RUNNING,
    COMPLETED,
    PRUNED,
    FAILED;

    /** Whether the outcome is still to come. */
    public boolean pending() {
        return this == WAITING || this == RUNNING;
    }
}
