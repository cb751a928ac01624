package io.polyphony.backend.experiment;

/** How far an experiment has come. */
public enum ExperimentState {
    /** Created; no worker has taken it up yet. */
    WAITING,
    RUNNING,
    /** Stopped by a person; its trials keep their checkpoints. */
    PAUSED,
    /** Its budget is used up. It may be extended. */
    COMPLETED,
    CANCELLED,
    /** It cannot go on at all; its message says why. */
    FAILED;

    /** Whether workers may start or go on with its trials. */
    public boolean alive() {
        return this == WAITING || this == RUNNING;
    }

    /** Whether it has ended. */
    public boolean ended() {
        return this == COMPLETED || this == CANCELLED || this == FAILED;
    }
}
