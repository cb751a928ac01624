package io.polyphony.backend.dataset;

/** Lengths of a text column's cells in words, separated by white space. */
public record TextStats(double meanWords, int maxWords, double meanCharacters) {}
