package io.polyphony.engine.data;

/** In what the past of columns over time is told, and forecasts are answered. */
public enum PastUnit {
    /** The deviation of a column's train values: a calm past looks calm. */
    COLUMN,
    /**
     * The deviation of what a window sees of a column (as RevIN, Kim et al. 2022): a pattern is the same at every size, so that
     * series of very different size teach each other.
     */
    WINDOW
}
