package io.polyphony.engine.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Stacking (Wolpert, Neural Networks 1992): the weights of a mean are themselves learned, from what members say of rows that they
 * have not learned from. Weights are at least 0 (Breiman, Machine Learning 1996) and sum to 1, so that a mean of probabilities stays
 * one; they are drawn towards equal ones, as strongly as is best for rows that they were not fitted to.
 *
 * @param weights by member, fitted to all rows
 * @param strength with which they are drawn to equal ones; infinite: they are equal
 * @param judged what is said of each row with weights that were fitted, and whose strength was chosen, without it
 */
public record Stacking(double[] weights, double strength, TaskPredictions judged) {
    /** From hardly to wholly. */
    static final double[] STRENGTHS = {1e-4, 1e-3, 1e-2, 1e-1, 1, Double.POSITIVE_INFINITY};

    private static final int JUDGING_FOLDS = 5;
    private static final int CHOOSING_FOLDS = 4;
    private static final int FEWEST_ROWS = 10;

    /** Weights below are not worth asking a network for. */
    private static final double LEAST = 5e-3;

    /**
     * Fits weights to members.
     *
     * @param members predictions of the same rows in the same order, which no member was trained on
     * @param metric by which the strength is chosen
     * @throws IllegalArgumentException for what lies on pictures, whose places are too many to be weighed one by one
     */
    public static Stacking of(List<TaskPredictions> members, String metric) {
        if (members.isEmpty() || members.getFirst().scenes() != null) {
            throw new IllegalArgumentException(
                    "Stacking weighs at least one member's numbers, not what lies on pictures.\nMaybe select greedily.");
        }
        var fit = new Fit(members, metric);
        int[] all = IntStream.range(0, members.getFirst().rows()).toArray();
        double strength = fit.strength(all);
        return new Stacking(pruned(fit.weights(all, strength)), strength, fit.judged(all));
    }

    private static double[] pruned(double[] weights) {
        double largest = Arrays.stream(weights).max().orElse(0);
        var kept = Arrays.stream(weights)
                .map(weight -> weight >= LEAST || weight == largest ? weight : 0)
                .toArray();
        double sum = Arrays.stream(kept).sum();
        return Arrays.stream(kept).map(weight -> weight / sum).toArray();
    }

    /** Members and how they are fitted and judged. */
    private record Fit(List<TaskPredictions> members, String metric) {

        double[] weights(int[] rows, double strength) {
            int count = members.size();
            if (Double.isInfinite(strength) || count == 1) {
                var equal = new double[count];
                Arrays.fill(equal, 1.0 / count);
                return equal;
            }
            var some = members.stream().map(member -> member.select(rows)).toList();
            return members.getFirst().task().type().isQuantity()
                    ? SquaredBlend.weights(some, strength)
                    : LikelihoodBlend.weights(some, strength);
        }

        /** The one with which rows that were left out are told best; of equally good ones the strongest. */
        double strength(int[] rows) {
            if (rows.length < FEWEST_ROWS || members.size() == 1) {
                return Double.POSITIVE_INFINITY;
            }
            var info = Metrics.info(metric);
            double best = Double.POSITIVE_INFINITY;
            double reached = Double.NaN;
            for (int i = STRENGTHS.length - 1; i >= 0; i--) {
                double tried = STRENGTHS[i];
                var answers = answers(rows, CHOOSING_FOLDS, _ -> tried);
                double value =
                        Metrics.evaluate(metric, members.getFirst().select(rows).with(answers));
                if (info.better(value, reached)) {
                    best = tried;
                    reached = value;
                }
            }
            return best;
        }

        TaskPredictions judged(int[] rows) {
            return members.getFirst().with(answers(rows, JUDGING_FOLDS, this::strength));
        }

        /** What is said of these rows, each with weights of all others but those of its part. */
        private float[][] answers(int[] rows, int parts, Strength strength) {
            var answers = new float[rows.length][];
            var order = new ArrayList<>(IntStream.range(0, rows.length).boxed().toList());
            Collections.shuffle(order, new Random(parts));
            for (int part = 0; part < parts; part++) {
                int own = part;
                var inside = places(order, place -> place % parts == own);
                var outside = places(order, place -> place % parts != own);
                if (inside.length > 0) {
                    int[] others = IntStream.of(outside).map(i -> rows[i]).toArray();
                    var weights = weights(others, others.length == 0 ? Double.POSITIVE_INFINITY : strength.of(others));
                    IntStream.of(inside).forEach(i -> answers[i] = mean(weights, rows[i]));
                }
            }
            return answers;
        }

        private static int[] places(List<Integer> order, IntPredicate which) {
            return IntStream.range(0, order.size())
                    .filter(which)
                    .map(order::get)
                    .toArray();
        }

        private float[] mean(double[] weights, int row) {
            var mean = new double[members.getFirst().scores()[row].length];
            for (int member = 0; member < weights.length; member++) {
                var said = members.get(member).scores()[row];
                for (int c = 0; c < mean.length; c++) {
                    mean[c] += weights[member] * said[c];
                }
            }
            var rounded = new float[mean.length];
            for (int c = 0; c < mean.length; c++) {
                rounded[c] = (float) mean[c];
            }
            return rounded;
        }
    }

    /** The strength for weights that are fitted to some rows. */
    @FunctionalInterface
    private interface Strength {
        double of(int[] rows);
    }
}
