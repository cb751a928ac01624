package io.polyphony.backend.dataset;

import org.jspecify.annotations.Nullable;

/**
 * Lengths of a text column's cells in words, separated by white space.
 *
 * @param labels how many different labels there are, where cells are sets of them; else 0
 * @param boxes how many different labels boxes have, where cells are boxes on a picture; else 0
 * @param vector how many numbers each cell has, where all have as many and at least two; else 0
 * @param stray which cell is the first that is no number, where some are; null where none is, and for columns that were read
 *     before it was kept
 */
public record TextStats(
        double meanWords,
        int maxWords,
        double meanCharacters,
        int labels,
        int boxes,
        int vector,
        @Nullable Stray stray) {

    /**
     * A cell that is no number among some that are.
     *
     * @param row the record's number in its file
     * @param cells how many there are like it
     */
    public record Stray(long row, String value, long cells) {}
}
