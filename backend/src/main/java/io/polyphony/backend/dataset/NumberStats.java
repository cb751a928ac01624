package io.polyphony.backend.dataset;

/**
 * A numeric column in figures; missing and unreadable cells are left out.
 *
 * @param deviation the standard deviation (divisor n)
 * @param unreadable cells that are neither missing nor a number; they count as missing in training
 */
public record NumberStats(
        double min, double max, double mean, double deviation, boolean whole, long unreadable, Histogram histogram) {}
