package io.polyphony.engine.head;

/** How things on pictures are counted. */
public enum Counting {
    /** From what was fused of the whole: for counts of what pictures do not show. */
    POOLED,
    /** As the sum of a density over the picture (Lempitsky and Zisserman 2010), see {@link CountHead}. */
    DENSITY
}
