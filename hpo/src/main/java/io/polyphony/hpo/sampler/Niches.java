package io.polyphony.hpo.sampler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Survival by reference directions (Deb and Jain 2014): every vector of losses, normalised, belongs to the nearest of the evenly spread directions of Das and
 * Dennis (SIAM J. Optim. 8(3), 1998), and the directions with fewest survivors choose first.
 */
final class Niches {

    private static final int WANTED = 50;

    private final int[] ranks;
    private final int[] niche;
    private final double[] distance;
    private final int niches;

    Niches(double[][] scaled, int[] ranks) {
        this.ranks = ranks;
        List<double[]> directions = directions(scaled[0].length);
        this.niches = directions.size();
        this.niche = new int[scaled.length];
        this.distance = new double[scaled.length];
        for (int i = 0; i < scaled.length; i++) {
            double[] losses = scaled[i];
            niche[i] = IntStream.range(0, niches)
                    .boxed()
                    .min(Comparator.comparingDouble(n -> distance(losses, directions.get(n))))
                    .orElse(0);
            distance[i] = distance(losses, directions.get(niche[i]));
        }
    }

    /** All indices: front after front, within a front the emptiest niche's nearest first. */
    int[] order() {
        var order = new ArrayList<Integer>();
        var counts = new int[niches];
        var left = new ArrayList<>(IntStream.range(0, ranks.length).boxed().toList());
        left.sort(Comparator.<Integer>comparingInt(i -> ranks[i]).thenComparingDouble(i -> distance[i]));
        while (!left.isEmpty()) {
            int rank = ranks[left.getFirst()];
            Integer next = left.stream()
                    .takeWhile(i -> ranks[i] == rank)
                    .min(Comparator.comparingInt(i -> counts[niche[i]]))
                    .orElseThrow();
            counts[niche[next]]++;
            order.add(next);
            left.remove(next);
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The vectors of equal steps that add up to 1; the finest such grid of at most 50. */
    static List<double[]> directions(int objectives) {
        int steps = 1;
        while (grid(objectives, steps + 1).size() <= WANTED) {
            steps++;
        }
        return grid(objectives, steps);
    }

    private static List<double[]> grid(int objectives, int steps) {
        var all = new ArrayList<double[]>();
        fill(all, new double[objectives], 0, steps, steps);
        return all;
    }

    private static void fill(List<double[]> all, double[] direction, int k, int left, int steps) {
        if (k == direction.length - 1) {
            direction[k] = (double) left / steps;
            all.add(direction.clone());
            return;
        }
        for (int taken = 0; taken <= left; taken++) {
            direction[k] = (double) taken / steps;
            fill(all, direction, k + 1, left - taken, steps);
        }
    }

    /** From a point to the line through the origin. */
    private static double distance(double[] point, double[] direction) {
        double along = 0;
        double length = 0;
        double whole = 0;
        for (int k = 0; k < point.length; k++) {
            along += point[k] * direction[k];
            length += direction[k] * direction[k];
            whole += point[k] * point[k];
        }
        return Math.sqrt(Math.max(0, whole - along * along / length));
    }
}
