package io.polyphony.engine.data;

/** What the one number is to be that answers a regression, where the true values scatter. */
public enum Aim {
    /** As many above as below: the least absolute error. */
    MEDIAN,
    /** The least squared error. */
    MEAN,
    /** A tenth of the targets stay below it. */
    LOWER_TENTH,
    /** A tenth of the targets exceed it. */
    UPPER_TENTH
}
