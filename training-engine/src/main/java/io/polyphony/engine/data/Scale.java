package io.polyphony.engine.data;

import java.util.Arrays;

/**
 * What of some numbers becomes 0 and what 1.
 *
 * @param middle what becomes 0
 * @param unit what becomes 1, positive
 * @param bent whether numbers far from the middle are drawn in by an inverse hyperbolic sine (Johnson's SU, Biometrika 1949), which
 *     leaves those near it nearly as they are and grows like a logarithm beyond: for tails so heavy that the deviation says nothing
 *     about the bulk. Medians and other quantiles are carried along by it, means are not
 */
record Scale(double middle, double unit, boolean bent) {

    /** From the lower to the upper twentieth of a normal distribution, in deviations. */
    private static final double BULK = 2 * 1.6448536269514722;

    /** So many times as wide as the bulk says; Student's distribution of 2 degrees of freedom seldom is. */
    private static final double HEAVY = 3;

    private static final double TAIL = 0.05;

    /** Mean and standard deviation. */
    static Scale straight(double[] values) {
        var moments = Moments.of(values);
        return new Scale(moments.mean(), moments.deviationOrOne(), false);
    }

    /** The same where it tells how far the bulk scatters; else the median and the spread of the middle nine tenths, bent. */
    static Scale robust(double[] values) {
        var sorted = Arrays.stream(values).sorted().toArray();
        var bulk = (NumericColumn.quantile(sorted, 1 - TAIL) - NumericColumn.quantile(sorted, TAIL)) / BULK;
        var straight = straight(values);
        return bulk > 1e-12 && straight.unit > HEAVY * bulk
                ? new Scale(NumericColumn.quantile(sorted, 0.5), bulk, true)
                : straight;
    }

    double standardise(double value) {
        return bent(bent, (value - middle) / unit);
    }

    double restore(double value) {
        return straightened(bent, value) * unit + middle;
    }

    /** The inverse hyperbolic sine, if that is wanted. */
    static double bent(boolean bent, double value) {
        return bent ? Math.copySign(Math.log(Math.abs(value) + Math.hypot(value, 1)), value) : value;
    }

    /** Undoes {@link #bent}. */
    static double straightened(boolean bent, double value) {
        return bent ? Math.sinh(value) : value;
    }
}
