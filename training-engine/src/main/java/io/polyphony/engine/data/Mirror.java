package io.polyphony.engine.data;

import java.util.random.RandomGenerator;

/** In which ways a picture may lie without becoming another one. */
public enum Mirror {
    /** Only as it is: letters, digits and organs have a left and a right. */
    NONE(1),
    /** Left for right: things and animals. */
    SIDEWAYS(2),
    /** All eight ways in which a square falls on itself: what is seen from above or through a microscope. */
    ALL_WAYS(8);

    private final int ways;

    Mirror(int ways) {
        this.ways = ways;
    }

    /** How many ways there are. They are numbered by their bits: left for right, top for bottom, lines for columns. */
    public int ways() {
        return ways;
    }

    /** One of its ways; bits: left for right, top for bottom, lines for columns. */
    int draw(RandomGenerator random) {
        return this == NONE ? 0 : random.nextInt(ways);
    }
}
