package io.polyphony.backend.dataset;

/**
 * Lengths of a text column's cells in words, separated by white space.
 *
 * @param labels how many different labels there are, where cells are sets of them; else 0
 * @param boxes how many different labels boxes have, where cells are boxes on a picture; else 0
 * @param vector how many numbers each cell has, where all have as many and at least two; else 0
 */
public record TextStats(double meanWords, int maxWords, double meanCharacters, int labels, int boxes, int vector) {}
