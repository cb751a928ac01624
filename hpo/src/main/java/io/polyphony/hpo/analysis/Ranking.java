package io.polyphony.hpo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which vectors of losses are best. With one loss that is a matter of sorting. With several, vectors are ranked by non-dominated
 * sorting (Deb et al., NSGA-II, IEEE Trans. Evol. Comput. 6(2), 2002); within a front, the next is always the one that adds most hypervolume
 * to those before it (greedy subset selection: Guerreiro, Fonseca and Paquete, Evol. Comput. 24(3), 2016), so that any prefix is both good and spread out.
 */
public final class Ranking {

    /** Of a vector that adds next to nothing, relative to the greatest. */
    public static final double LEAST_CONTRIBUTION = 0.1;

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
        if (losses.length == 0 || count <= 0) {
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
        List<Integer> front =
                IntStream.of(Dominance.front(losses)).sorted().boxed().toList();
        return (front.size() <= count ? front : new Ranking(losses).spread(front, count))
                .stream().mapToInt(Integer::intValue).toArray();
    }

    /** Per vector its front: 0 for those that none dominates, 1 for those that only these do, and so on. */
    public static int[] ranks(double[][] losses) {
        return Dominance.ranks(losses);
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
                .map(gain -> greatest > 0 ? Math.max(LEAST_CONTRIBUTION, gain / greatest) : 1)
                .toArray();
    }

    /** Only those that reach the bound are sorted: of very many, few are wanted. */
    private static int[] sorted(double[][] losses, int count) {
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
        for (List<Integer> front : fronts(near(count))) {
            if (best.size() < count) {
                best.addAll(spread(front, count - best.size()));
            }
        }
        return best.stream().mapToInt(Integer::intValue).toArray();
    }

    private Collection<List<Integer>> fronts(int[] indices) {
        int[] ranks =
                Dominance.ranks(Arrays.stream(indices).mapToObj(i -> losses[i]).toArray(double[][]::new));
        return IntStream.range(0, indices.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> ranks[i], TreeMap::new, Collectors.mapping(i -> indices[i], Collectors.toList())))
                .values();
    }

    /**
     * Those that can be among the best so many: of very many, few are wanted, and only these are ranked. Left out is what lies beyond the smallest cube that holds so
     * many; all of these dominate it, and each is in an earlier front than what it dominates.
     */
    private int[] near(int count) {
        double[][] points = Losses.scaled(losses);
        double[] farthest = Arrays.stream(points).mapToDouble(Ranking::greatest).toArray();
        double[] sorted = farthest.clone();
        Arrays.sort(sorted);
        double bound = sorted[count - 1];
        return IntStream.range(0, points.length)
                .filter(i -> farthest[i] <= bound || !beyond(points[i], bound))
                .toArray();
    }

    private static double greatest(double[] point) {
        double greatest = point[0];
        for (double loss : point) {
            greatest = Math.max(greatest, loss);
        }
        return greatest;
    }

    private static boolean beyond(double[] point, double bound) {
        for (double loss : point) {
            if (!(loss > bound)) {
                return false;
            }
        }
        return true;
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
