package io.polyphony.engine.tensor;

/** Range checks whose message names the setting, its value and its limits. */
public final class Check {
    private Check() {}

    /**
     * Refuses a value outside of [low, high], and NaN.
     *
     * @throws IllegalArgumentException naming the setting, its value and the range
     */
    public static void range(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    "The setting (%s) is %s, but must be within [%s, %s].\nMaybe the search space is too wide."
                            .formatted(name, text(value), text(low), text(high)));
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
