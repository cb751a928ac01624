package io.polyphony.hpo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A random forest on the unit cube (Breiman 2001), and what it says about the coordinates. */
record Forest(List<Tree> trees, List<BitSet> inBag) {

    private static final int TREES = 24;

    static Forest grow(double[][] points, double[] losses, long seed) {
        var random = new SplittableRandom(seed);
        var trees = new ArrayList<Tree>();
        var bags = new ArrayList<BitSet>();
        for (int t = 0; t < TREES; t++) {
            int[] rows = random.ints(losses.length, 0, losses.length).toArray();
            var bag = new BitSet();
            Arrays.stream(rows).forEach(bag::set);
            trees.add(Tree.grow(points, losses, rows, random));
            bags.add(bag);
        }
        return new Forest(trees, bags);
    }

    double predict(double[] point) {
        return trees.stream().mapToDouble(tree -> tree.predict(point)).average().orElse(0);
    }

    /** Per coordinate, the mean share of a tree's variance that it explains alone, all others averaged out over the cube. */
    double[] explained() {
        int d = trees.getFirst().leaves().getFirst().low().length;
        var shares = new double[d];
        for (Tree tree : trees) {
            double mean = 0;
            double square = 0;
            for (Tree.Leaf leaf : tree.leaves()) {
                mean += leaf.volume() * leaf.value();
                square += leaf.volume() * leaf.value() * leaf.value();
            }
            double variance = square - mean * mean;
            for (int k = 0; k < d && variance > 1e-15 * Math.abs(square); k++) {
                shares[k] += marginalVariance(tree, k, mean) / variance / trees.size();
            }
        }
        return shares;
    }

    private static double marginalVariance(Tree tree, int k, double mean) {
        double[] edges = tree.leaves().stream()
                .flatMapToDouble(leaf -> DoubleStream.of(leaf.low()[k], leaf.high()[k]))
                .sorted()
                .distinct()
                .toArray();
        double variance = 0;
        for (int e = 1; e < edges.length; e++) {
            double middle = 0.5 * (edges[e - 1] + edges[e]);
            double level = 0;
            for (Tree.Leaf leaf : tree.leaves()) {
                if (leaf.low()[k] < middle && middle < leaf.high()[k]) {
                    level += leaf.volume() / (leaf.high()[k] - leaf.low()[k]) * leaf.value();
                }
            }
            variance += (edges[e] - edges[e - 1]) * (level - mean) * (level - mean);
        }
        return variance;
    }

    /**
     * Per coordinate, by how much the squared error on rows that a tree has not seen grows once the coordinate is shuffled; at least 0.
     *
     * @param chosen the points, NaN where a parameter was not chosen: it is shuffled among the rows that choose it
     */
    double[] lostByShuffling(double[][] points, double[][] chosen, double[] losses, long seed) {
        var random = new SplittableRandom(seed);
        var lost = new double[points[0].length];
        for (int t = 0; t < trees.size(); t++) {
            BitSet bag = inBag.get(t);
            int[] unseen =
                    IntStream.range(0, losses.length).filter(i -> !bag.get(i)).toArray();
            for (int k = 0; k < lost.length; k++) {
                int coordinate = k;
                int[] choosing = IntStream.of(unseen)
                        .filter(i -> !Double.isNaN(chosen[i][coordinate]))
                        .toArray();
                if (choosing.length > 1) {
                    double share = (double) choosing.length / unseen.length;
                    lost[k] += share * lost(trees.get(t), points, losses, choosing, k, random);
                }
            }
        }
        return Arrays.stream(lost).map(value -> Math.max(0, value)).toArray();
    }

    private static double lost(
            Tree tree, double[][] points, double[] losses, int[] rows, int k, RandomGenerator random) {
        double lost = 0;
        for (int row : rows) {
            double[] shuffled = points[row].clone();
            shuffled[k] = points[rows[random.nextInt(rows.length)]][k];
            double before = tree.predict(points[row]) - losses[row];
            double after = tree.predict(shuffled) - losses[row];
            lost += (after * after - before * before) / rows.length;
        }
        return lost;
    }
}
