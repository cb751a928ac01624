package io.polyphony.engine.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * What a metric's numbers mean.
 *
 * @param higherIsBetter direction of improvement
 * @param low least possible value; may be -infinity
 * @param high largest possible value; may be infinity
 */
public record MetricInfo(String name, boolean higherIsBetter, double low, double high) {

    /** The value, or null where it is undefined. */
    static @Nullable Double defined(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Whether the first value is better than the second. NaN is worse than everything. */
    public boolean better(double first, double second) {
        if (Double.isNaN(first) || Double.isNaN(second)) {
            return !Double.isNaN(first);
        }
        return higherIsBetter ? first > second : first < second;
    }
}
