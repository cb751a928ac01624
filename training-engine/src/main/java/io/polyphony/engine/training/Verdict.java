package io.polyphony.engine.training;

/** What the monitor wants of a running training. */
public enum Verdict {
    CONTINUE,
    /** Stop now; go on later from the checkpoint. */
    PAUSE,
    /** Stop now; the user gave it up. */
    CANCEL,
    /** Stop now; the search sees no promise in it. */
    PRUNE
}
