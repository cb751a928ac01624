package io.polyphony.hpo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Which vectors of losses are best. With one loss that is a matter of sorting. With several, vectors are ranked by non-dominated
 * sorting (Deb et al., NSGA-II, IEEE Trans. Evol. Comput. 6(2), 2002); within a front, the next is always the one that adds most hypervolume
 * to those before it (greedy subset selection: Guerreiro, Fonseca and Paquete, Evol. Comput. 24(3), 2016), so that any prefix is both good and spread out.
 */
public final class Ranking {

    private final double[][] losses;

    private Ranking(double[][] losses) {
        this.losses = losses;
    }

    /**
     * The indices of the best vectors, best first; among equals the earlier index first.
     *
     * @param losses vectors of equal length; +infinity allowed
     * @param count  how many; at most all are returned
     */
    public static int[] best(double[][] losses, int count) {
        if (losses.length == 0) {
            return new int[0];
        }
        return losses[0].length == 1
                ? sorted(losses, count)
                : new Ranking(losses).byFronts(Math.min(count, losses.length));
    }

    /** The indices of the vectors that none dominates; where they are more, those that together have the most hypervolume. */
    public static int[] front(double[][] losses, int count) {
        if (losses.length == 0) {
            return new int[0];
        }
        var ranking = new Ranking(losses);
        List<Integer> front =
                ranking.frontOf(IntStream.range(0, losses.length).boxed().toList());
        return (front.size() <= count ? front : ranking.spread(front, count))
                .stream().mapToInt(Integer::intValue).toArray();
    }

    /** Per vector its front: 0 for those that none dominates, 1 for those that only these do, and so on. */
    public static int[] ranks(double[][] losses) {
        var ranking = new Ranking(losses);
        var ranks = new int[losses.length];
        List<Integer> left = IntStream.range(0, losses.length).boxed().toList();
        for (int rank = 0; !left.isEmpty(); rank++) {
            List<Integer> front = ranking.frontOf(left);
            for (int i : front) {
                ranks[i] = rank;
            }
            left = without(left, front);
        }
        return ranks;
    }

    /** What each vector adds to the hypervolume of the others, relative to the greatest; at least 0.1, as a weight. */
    public static double[] contributions(double[][] losses) {
        if (losses.length == 0) {
            return new double[0];
        }
        var ranking = new Ranking(losses);
        double[][] points =
                ranking.unitCube(IntStream.range(0, losses.length).boxed().toList());
        var reference = new double[points[0].length];
        Arrays.fill(reference, 1.1);
        var gains = new double[points.length];
        for (int i = 0; i < gains.length; i++) {
            int self = i;
            double[][] others = IntStream.range(0, points.length)
                    .filter(j -> j != self)
                    .mapToObj(j -> points[j])
                    .toArray(double[][]::new);
            gains[i] = Hypervolume.gain(points[i], others, reference);
        }
        double greatest = Arrays.stream(gains).max().orElse(0);
        return Arrays.stream(gains)
                .map(gain -> greatest > 0 ? Math.max(0.1, gain / greatest) : 1)
                .toArray();
    }

    /** Only those that reach the bound are sorted: of very many, few are wanted. */
    private static int[] sorted(double[][] losses, int count) {
        if (count <= 0) {
            return new int[0];
        }
        double[] values =
                Arrays.stream(losses).mapToDouble(loss -> loss[0]).sorted().toArray();
        double bound = values[Math.min(count, values.length) - 1];
        return IntStream.range(0, losses.length)
                .filter(i -> losses[i][0] <= bound || Double.isNaN(losses[i][0]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> losses[i][0]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int[] byFronts(int count) {
        var best = new ArrayList<Integer>();
        List<Integer> left = IntStream.range(0, losses.length).boxed().toList();
        while (best.size() < count) {
            List<Integer> front = frontOf(left);
            best.addAll(spread(front, count - best.size()));
            left = without(left, front);
        }
        return best.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<Integer> frontOf(List<Integer> indices) {
        double[][] some = indices.stream().map(i -> losses[i]).toArray(double[][]::new);
        return Arrays.stream(Dominance.front(some))
                .mapToObj(indices::get)
                .sorted()
                .toList();
    }

    /** Lazily greedy: what a point adds only shrinks as others are chosen, so that most need no second look. */
    private List<Integer> spread(List<Integer> front, int count) {
        double[][] points = unitCube(front);
        var reference = new double[points[0].length];
        Arrays.fill(reference, 1.1);
        var queue = new PriorityQueue<Gain>();
        IntStream.range(0, points.length)
                .forEach(i -> queue.add(new Gain(i, 0, Hypervolume.gain(points[i], new double[0][], reference))));
        var chosen = new ArrayList<Integer>();
        while (chosen.size() < count && !queue.isEmpty()) {
            Gain top = queue.remove();
            if (top.seen == chosen.size()) {
                chosen.add(top.index);
            } else {
                double[][] others = chosen.stream().map(i -> points[i]).toArray(double[][]::new);
                queue.add(new Gain(top.index, chosen.size(), Hypervolume.gain(points[top.index], others, reference)));
            }
        }
        return chosen.stream().map(front::get).toList();
    }

    /** Over the front, so that no objective's unit matters. */
    private double[][] unitCube(List<Integer> front) {
        return Losses.scaled(front.stream().map(i -> losses[i]).toArray(double[][]::new));
    }

    private static List<Integer> without(List<Integer> all, List<Integer> removed) {
        var gone = new HashSet<>(removed);
        return all.stream().filter(i -> !gone.contains(i)).toList();
    }

    /** @param seen how many were chosen when the gain was worked out */
    private record Gain(int index, int seen, double volume) implements Comparable<Gain> {
        @Override
        public int compareTo(Gain other) {
            return Comparator.comparingDouble((Gain gain) -> -gain.volume)
                    .thenComparingInt(gain -> gain.index)
                    .compare(this, other);
        }
    }
}
