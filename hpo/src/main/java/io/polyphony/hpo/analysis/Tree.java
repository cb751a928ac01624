package io.polyphony.hpo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A regression tree on the unit cube, as the boxes of its leaves (Breiman et al., CART, 1984). */
final class Tree {

    private static final int LEAST_ROWS = 6;
    private static final double LEAST_GAIN = 1e-12;

    private final List<Leaf> leaves = new ArrayList<>();
    private final double[][] points;
    private final double[] losses;
    private final RandomGenerator random;

    private Tree(double[][] points, double[] losses, RandomGenerator random) {
        this.points = points;
        this.losses = losses;
        this.random = random;
    }

    /** A box within the cube, with the mean loss of the rows in it. */
    record Leaf(double[] low, double[] high, double value) {
        double volume() {
            double volume = 1;
            for (int k = 0; k < low.length; k++) {
                volume *= high[k] - low[k];
            }
            return volume;
        }

        boolean holds(double[] point) {
            for (int k = 0; k < low.length; k++) {
                if (point[k] < low[k] || point[k] > high[k]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param gain by how much the squared error shrinks */
    private record Cut(int coordinate, double at, double gain) {}

    /** Grown on these rows. */
    static Tree grow(double[][] points, double[] losses, int[] rows, RandomGenerator random) {
        var tree = new Tree(points, losses, random);
        int d = points[0].length;
        var high = new double[d];
        Arrays.fill(high, 1);
        tree.split(rows, new double[d], high);
        return tree;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    double predict(double[] point) {
        for (Leaf leaf : leaves) {
            if (leaf.holds(point)) {
                return leaf.value;
            }
        }
        return 0;
    }

    private void split(int[] rows, double[] low, double[] high) {
        Cut cut = rows.length < LEAST_ROWS ? new Cut(0, 0, 0) : best(rows);
        if (cut.gain <= LEAST_GAIN) {
            leaves.add(new Leaf(
                    low,
                    high,
                    Arrays.stream(rows).mapToDouble(i -> losses[i]).average().orElse(0)));
            return;
        }
        double[] middleHigh = high.clone();
        double[] middleLow = low.clone();
        middleHigh[cut.coordinate] = cut.at;
        middleLow[cut.coordinate] = cut.at;
        split(side(rows, cut, true), low, middleHigh);
        split(side(rows, cut, false), middleLow, high);
    }

    private int[] side(int[] rows, Cut cut, boolean left) {
        return Arrays.stream(rows)
                .filter(i -> points[i][cut.coordinate] <= cut.at == left)
                .toArray();
    }

    /** Over a random two thirds of the coordinates, which makes the trees of a forest differ. */
    private Cut best(int[] rows) {
        Cut best = new Cut(0, 0, 0);
        int d = points[0].length;
        int certain = random.nextInt(d);
        for (int k = 0; k < d; k++) {
            if (k == certain || random.nextInt(3) > 0) {
                Cut cut = best(rows, k);
                best = cut.gain > best.gain ? cut : best;
            }
        }
        return best;
    }

    private Cut best(int[] rows, int k) {
        int[] sorted = Arrays.stream(rows)
                .boxed()
                .sorted((a, b) -> Double.compare(points[a][k], points[b][k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double sum = Arrays.stream(sorted).mapToDouble(i -> losses[i]).sum();
        double whole = sum * sum / sorted.length;
        double left = 0;
        Cut best = new Cut(k, 0, 0);
        for (int n = 1; n < sorted.length; n++) {
            left += losses[sorted[n - 1]];
            double before = points[sorted[n - 1]][k];
            double after = points[sorted[n]][k];
            double gain = left * left / n + (sum - left) * (sum - left) / (sorted.length - n) - whole;
            if (before < after && gain > best.gain) {
                best = new Cut(k, 0.5 * (before + after), gain);
            }
        }
        return best;
    }
}
