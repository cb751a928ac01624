package io.polyphony.hpo.analysis;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Whether something helps: whether sharing a network among tasks does, beside each task alone; whether fusing inputs does, beside each input alone. The mean difference with
 * its 95 % interval: by Student's distribution, for unpaired scores in Welch's form (Biometrika 34, 1947), or by the bootstrap.
 *
 * @param difference mean score with it minus mean score without it; above 0 is better
 * @param low        the interval's lower end
 * @param high       the interval's upper end
 */
public record Benefit(double difference, double low, double high) {

    private static final double QUANTILE = 0.975;
    private static final double EXACT = 1e-12;
    private static final int DRAWS = 1000;

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

    /**
     * Of two models asked about the same rows, by a figure that needs many rows at once, such as the area under a curve: the rows are drawn
     * anew, with repeats, and again (the paired bootstrap: Efron, Ann. Statist. 7(1), 1979).
     *
     * @param rows    how many there are; at least two
     * @param with    the score of the one model on a selection of rows, of which more is better; draws where either is NaN do not count
     * @param without that of the other
     * @param seed    of the draws: same arguments, same answer
     */
    public static Benefit resampled(
            int rows, ToDoubleFunction<int[]> with, ToDoubleFunction<int[]> without, long seed) {
        if (rows < 2) {
            throw new IllegalArgumentException("There are %d rows; an interval needs two.".formatted(rows));
        }
        var random = new SplittableRandom(seed);
        double[] differences = IntStream.range(0, DRAWS)
                .mapToObj(_ -> random.ints(rows, 0, rows).toArray())
                .mapToDouble(drawn -> with.applyAsDouble(drawn) - without.applyAsDouble(drawn))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (differences.length < DRAWS / 2) {
            throw new IllegalArgumentException(
                    "Too few of %d draws from %d rows have a score. Maybe a class is too rare.".formatted(DRAWS, rows));
        }
        int[] all = IntStream.range(0, rows).toArray();
        int tail = (int) Math.round((1 - QUANTILE) * differences.length);
        return new Benefit(
                with.applyAsDouble(all) - without.applyAsDouble(all),
                differences[tail],
                differences[differences.length - 1 - tail]);
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
