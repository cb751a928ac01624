package io.polyphony.backend.dataset;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How rows that are steps of time become windows: what a forecast sees and what it is asked for.
 *
 * @param lookback steps seen, 1..4096
 * @param horizon steps ahead, 1..4096
 * @param stride steps from one window to the next, at least 1
 * @param timeColumn its dates or numbers order the rows; null: they are in order
 * @param seriesColumns rows that are equal in these columns, and in the group where there is one, are one series; null in plans
 *     that were stored before there were any
 * @param aheadColumns what is known of the steps that are asked for; null in plans that were stored before there were any
 */
public record WindowSpec(
        int lookback,
        int horizon,
        int stride,
        @Nullable String timeColumn,
        List<String> seriesColumns,
        List<String> aheadColumns) {
    /** Longest lookback and horizon. */
    public static final int MOST_STEPS = 4096;

    public WindowSpec {
        seriesColumns = List.copyOf(Objects.requireNonNullElse(seriesColumns, List.of()));
        aheadColumns = List.copyOf(Objects.requireNonNullElse(aheadColumns, List.of()));
        require("lookback", lookback);
        require("horizon", horizon);
        if (stride < 1) {
            throw new IllegalArgumentException("The stride (%d) must be at least 1.".formatted(stride));
        }
    }

    /** With nothing known of the steps that are asked for. */
    public WindowSpec(int lookback, int horizon, int stride, @Nullable String timeColumn, List<String> seriesColumns) {
        this(lookback, horizon, stride, timeColumn, seriesColumns, List.of());
    }

    /** Of one series, or of one per group. */
    public WindowSpec(int lookback, int horizon, int stride, @Nullable String timeColumn) {
        this(lookback, horizon, stride, timeColumn, List.of(), List.of());
    }

    /** The same with series told apart by these columns. */
    public WindowSpec apartBy(List<String> columns) {
        return new WindowSpec(lookback, horizon, stride, timeColumn, columns, aheadColumns);
    }

    /** The same where these columns are known of the steps that are asked for. */
    public WindowSpec knowing(List<String> columns) {
        return new WindowSpec(lookback, horizon, stride, timeColumn, seriesColumns, columns);
    }

    /** Steps of a request: those that are seen, and those that are asked for where something is known of them. */
    public int steps() {
        return lookback + future();
    }

    /** How many of them nobody has seen yet. */
    public int future() {
        return aheadColumns.isEmpty() ? 0 : horizon;
    }

    /** The same with so many steps seen, and so many between windows. */
    public WindowSpec seeing(int steps, int between) {
        return new WindowSpec(steps, horizon, between, timeColumn, seriesColumns, aheadColumns);
    }

    private static void require(String name, int steps) {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "The %s (%d) must be within 1..%d. Maybe coarser rows, such as hourly means, fit."
                            .formatted(name, steps, MOST_STEPS));
        }
    }
}
