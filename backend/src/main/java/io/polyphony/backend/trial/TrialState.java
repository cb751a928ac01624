package io.polyphony.backend.trial;

/** How far a trial has come. */
public enum TrialState {
    WAITING,
    RUNNING,
    /** Stopped with its experiment; goes on from its checkpoint. */
    PAUSED,
    COMPLETED,
    /** Stopped early: the pruner saw no promise in it. */
    PRUNED,
    /** Its loss was no longer a finite number. */
    DIVERGED,
    FAILED,
    CANCELLED;

    /** Whether it has ended for good. */
    public boolean ended() {
        return switch (this) {
            case WAITING, RUNNING, PAUSED -> false;
            case COMPLETED, PRUNED, DIVERGED, FAILED, CANCELLED -> true;
        };
    }
}
