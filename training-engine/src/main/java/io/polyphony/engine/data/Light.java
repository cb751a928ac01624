package io.polyphony.engine.data;

/** What of a picture's light is kept. */
public enum Light {
    /** How light it is beside other pictures: all are scaled alike. */
    ABSOLUTE,
    /** How light its places are beside each other: every picture has mean 0 and deviation 1, over all its channels. */
    RELATIVE
}
