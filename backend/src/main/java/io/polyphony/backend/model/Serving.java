package io.polyphony.backend.model;

/**
 * What it takes to ask a model, measured once, when it was promoted, on the machine that did so.
 *
 * @param singleMillis from raw cells to answers for a row that comes alone
 * @param eachMillis per row when many come at once
 * @param bytes of the bundle
 * @param parameters learned numbers
 */
public record Serving(double singleMillis, double eachMillis, long bytes, long parameters) {}
