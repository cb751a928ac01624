package io.polyphony.backend.trial;

/** Where a trial's assignment comes from. */
public enum TrialOrigin {
    /** The portfolio of recipes that are known to do well. */
    FIRST,
    /** What did well in earlier experiments of the project. */
    WARM_START,
    /** A person wrote it. */
    ENQUEUED,
    /** The sampler. */
    SEARCH,
    /** Read from a file: trained elsewhere, so that the sampler learns from it but nobody can promote it. */
    IMPORTED,
    /** A baseline with fewer tasks or inputs: shown for comparison, never ranked, unknown to the sampler. */
    REFEREE
}
