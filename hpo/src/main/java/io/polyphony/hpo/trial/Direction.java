package io.polyphony.hpo.trial;

/** Which way is better. */
public enum Direction {
    MINIMIZE,
    MAXIMIZE
}
