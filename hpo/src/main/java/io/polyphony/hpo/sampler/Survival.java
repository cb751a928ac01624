package io.polyphony.hpo.sampler;

import io.polyphony.hpo.analysis.Losses;
import io.polyphony.hpo.analysis.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which vectors of losses survive, and in which order. */
public enum Survival {
    /** By front, then by the distance to the neighbours in every objective. */
    CROWDING {
        @Override
        int[] order(double[][] losses, int[] ranks) {
            double[] crowding = crowding(losses, ranks);
            return sorted(
                    losses.length,
                    Comparator.<Integer>comparingInt(i -> ranks[i]).thenComparingDouble(i -> -crowding[i]));
        }
    },
    /** By front, then in turns one for each reference direction that has fewest, the nearest to it first. */
    DIRECTIONS {
        @Override
        int[] order(double[][] losses, int[] ranks) {
            return new Niches(Hyperplane.of(losses, ranks).normalised(losses), ranks).order();
        }
    };

    abstract int[] order(double[][] losses, int[] ranks);

    /** The indices of the survivors, best first. What is in a later front than all of them, such as failures, has no say in how losses are scaled. */
    int[] best(double[][] losses, int count) {
        if (losses[0].length == 1) {
            return Ranking.best(losses, count);
        }
        int[] ranks = Ranking.ranks(losses);
        int last = Arrays.stream(ranks).sorted().limit(count).max().orElse(0);
        int[] candidates =
                IntStream.range(0, losses.length).filter(i -> ranks[i] <= last).toArray();
        int[] order = order(
                Arrays.stream(candidates).mapToObj(i -> losses[i]).toArray(double[][]::new),
                Arrays.stream(candidates).map(i -> ranks[i]).toArray());
        return Arrays.stream(order).limit(count).map(i -> candidates[i]).toArray();
    }

    private static double[] crowding(double[][] losses, int[] ranks) {
        var crowding = new double[losses.length];
        double[][] scaled = Losses.scaled(losses);
        int worst = Arrays.stream(ranks).max().orElse(0);
        for (int rank = 0; rank <= worst; rank++) {
            int front = rank;
            List<Integer> members = IntStream.range(0, losses.length)
                    .filter(i -> ranks[i] == front)
                    .boxed()
                    .toList();
            for (int k = 0; k < losses[0].length; k++) {
                widen(crowding, scaled, members, k);
            }
        }
        return crowding;
    }

    private static void widen(double[] crowding, double[][] scaled, List<Integer> front, int objective) {
        var sorted = new ArrayList<>(front);
        sorted.sort(Comparator.comparingDouble(i -> scaled[i][objective]));
        for (int i = 0; i < sorted.size(); i++) {
            boolean end = i == 0 || i == sorted.size() - 1;
            crowding[sorted.get(i)] += end
                    ? Double.POSITIVE_INFINITY
                    : scaled[sorted.get(i + 1)][objective] - scaled[sorted.get(i - 1)][objective];
        }
    }

    static int[] sorted(int count, Comparator<Integer> order) {
        return IntStream.range(0, count)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
