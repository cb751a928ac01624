package io.polyphony.hpo.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Whether something helps: whether sharing a network among tasks does, beside each task alone; whether fusing inputs does, beside each input alone. The mean difference with
 * its 95 % interval by Student's distribution, for unpaired scores in Welch's form (Biometrika 34, 1947).
 *
 * @param difference mean score with it minus mean score without it; above 0 is better
 * @param low        the interval's lower end
 * @param high       the interval's upper end
 */
public record Benefit(double difference, double low, double high) {

    private static final double QUANTILE = 0.975;
    private static final double EXACT = 1e-12;

    /** What can be said. */
    public enum Verdict {
        HELPS,
        HURTS,
        UNDECIDED
    }

    /**
     * Of scores in pairs, such as of the same seed or fold.
     *
     * @param with    scores of which more is better; at least two
     * @param without as many
     */
    public static Benefit paired(double[] with, double[] without) {
        if (with.length != without.length || with.length < 2) {
            throw new IllegalArgumentException(
                    "There are %d scores with and %d without; pairs need as many of both and at least two. Maybe compare unpaired."
                            .formatted(with.length, without.length));
        }
        double[] differences = IntStream.range(0, with.length)
                .mapToDouble(i -> with[i] - without[i])
                .toArray();
        return interval(mean(differences), variance(differences) / differences.length, differences.length - 1.0);
    }

    /**
     * Of scores that have nothing to do with one another.
     *
     * @param with    scores of which more is better; at least two
     * @param without at least two
     */
    public static Benefit unpaired(double[] with, double[] without) {
        if (with.length < 2 || without.length < 2) {
            throw new IllegalArgumentException("There are %d scores with and %d without; an interval needs two of each."
                    .formatted(with.length, without.length));
        }
        double a = variance(with) / with.length;
        double b = variance(without) / without.length;
        double freedom = a + b < EXACT
                ? with.length + without.length - 2
                : (a + b) * (a + b) / (a * a / (with.length - 1) + b * b / (without.length - 1));
        return interval(mean(with) - mean(without), a + b, freedom);
    }

    /** Helps or hurts only where the interval leaves 0 out. */
    public Verdict verdict() {
        if (low > 0) {
            return Verdict.HELPS;
        }
        return high < 0 ? Verdict.HURTS : Verdict.UNDECIDED;
    }

    private static Benefit interval(double difference, double squaredError, double freedom) {
        double half = new TDistribution(freedom).inverseCumulativeProbability(QUANTILE) * Math.sqrt(squaredError);
        return new Benefit(difference, difference - half, difference + half);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1);
    }
}
