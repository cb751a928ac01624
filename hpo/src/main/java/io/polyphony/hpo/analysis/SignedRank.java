package io.polyphony.hpo.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The signed-rank test of Wilcoxon (Biometrics Bull. 1(6), 1945), one-sided. Differences of zero are left out, ties share their mean rank.
 */
public final class SignedRank {

    /** Up to so many differences the distribution is counted out, ties included; beyond, it is normal. */
    private static final int EXACT = 25;

    private SignedRank() {}

    /**
     * How likely chance alone makes the positive differences weigh as much as they do, or more: near 0 where the differences are positive, near 1 where they are
     * negative, 1 where none differs.
     *
     * @param differences any number; NaN is none
     */
    public static double greater(double[] differences) {
        double[] some = Arrays.stream(differences).filter(d -> d < 0 || d > 0).toArray();
        int[] ranks = twiceTheRanks(some);
        int positive = IntStream.range(0, some.length)
                .filter(i -> some[i] > 0)
                .map(i -> ranks[i])
                .sum();
        return some.length <= EXACT ? counted(ranks, positive) : normal(ranks, positive);
    }

    /** Of the sizes; doubled, so that mean ranks are whole. */
    private static int[] twiceTheRanks(double[] differences) {
        int n = differences.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(differences[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        var ranks = new int[n];
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && Math.abs(differences[order[to]]) == Math.abs(differences[order[from]])) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = from + 1 + to;
            }
            from = to;
        }
        return ranks;
    }

    /** The share of all ways to give signs to the ranks in which the positive ones sum up to as much or more. */
    private static double counted(int[] ranks, int positive) {
        int most = Arrays.stream(ranks).sum();
        var chance = new double[most + 1];
        chance[0] = 1;
        for (int rank : ranks) {
            for (int sum = most; sum >= 0; sum--) {
                chance[sum] = 0.5 * (chance[sum] + (sum >= rank ? chance[sum - rank] : 0));
            }
        }
        return Math.min(1, Arrays.stream(chance, positive, most + 1).sum());
    }

    /** Half a rank is taken off, because the sum goes in whole ones. */
    private static double normal(int[] ranks, int positive) {
        double mean = Arrays.stream(ranks).asDoubleStream().sum() / 4;
        double variance =
                Arrays.stream(ranks).asDoubleStream().map(rank -> rank * rank).sum() / 16;
        return 1 - new NormalDistribution().cumulativeProbability((positive / 2.0 - 0.5 - mean) / Math.sqrt(variance));
    }
}
