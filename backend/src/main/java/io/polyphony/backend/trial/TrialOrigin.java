package io.polyphony.backend.trial;

/** Where a trial's assignment comes from. */
public enum TrialOrigin {
    /** The portfolio of recipes that are known to do well. */
    FIRST,
    /** The sampler. */
    SEARCH,
    /** A baseline with fewer tasks or inputs: shown for comparison, never ranked, unknown to the sampler. */
    REFEREE
}
