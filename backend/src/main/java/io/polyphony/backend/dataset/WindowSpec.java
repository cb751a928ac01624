package io.polyphony.backend.dataset;

import org.jspecify.annotations.Nullable;

/**
 * How rows that are steps of time become windows: what a forecast sees and what it is asked for.
 *
 * @param lookback steps seen, 1..4096
 * @param horizon steps ahead, 1..4096
 * @param stride steps from one window to the next, at least 1
 * @param timeColumn its dates or numbers order the rows; null: they are in order
 */
public record WindowSpec(
        int lookback, int horizon, int stride, @Nullable String timeColumn) {
    /** Longest lookback and horizon. */
    public static final int MOST_STEPS = 4096;

    public WindowSpec {
        require("lookback", lookback);
        require("horizon", horizon);
        if (stride < 1) {
            throw new IllegalArgumentException("The stride (%d) must be at least 1.".formatted(stride));
        }
    }

    private static void require(String name, int steps) {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "The %s (%d) must be within 1..%d. Maybe coarser rows, such as hourly means, fit."
                            .formatted(name, steps, MOST_STEPS));
        }
    }
}
