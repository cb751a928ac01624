package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.TaskType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights with which a mean of probabilities makes the truth most probable, beside a Dirichlet prior around equal weights: the
 * proportions of a mixture, found by expectation and maximisation (Dempster, Laird and Rubin, JRSS B 1977), which never falls.
 */
final class LikelihoodBlend {
    private static final int STEPS = 200;
    private static final double TOLERANCE = 1e-6;

    /** No single row may forbid a member. */
    private static final double LEAST = 1e-6;

    private LikelihoodBlend() {}

    /** @param members of the same rows */
    static double[] weights(List<TaskPredictions> members, double strength) {
        var said = likelihoods(members);
        int count = members.size();
        double prior = strength * said.length;
        var weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        for (int step = 0; step < STEPS && said.length > 0; step++) {
            var next = new double[count];
            Arrays.fill(next, prior / count);
            for (var row : said) {
                share(row, weights, next);
            }
            double moved = 0;
            for (int k = 0; k < count; k++) {
                next[k] /= said.length + prior;
                moved = Math.max(moved, Math.abs(next[k] - weights[k]));
            }
            weights = next;
            if (moved < TOLERANCE) {
                break;
            }
        }
        return weights;
    }

    /** Adds how much of one truth each member accounts for. */
    private static void share(double[] row, double[] weights, double[] sums) {
        double all = 0;
        for (int k = 0; k < row.length; k++) {
            all += weights[k] * row[k];
        }
        for (int k = 0; k < row.length; k++) {
            sums[k] += weights[k] * row[k] / all;
        }
    }

    /** Per known truth, how probable each member said that it is. */
    private static double[][] likelihoods(List<TaskPredictions> members) {
        var first = members.getFirst();
        int width = first.width();
        boolean labels = first.task().type() == TaskType.MULTILABEL;
        return IntStream.range(0, first.truth().length)
                .filter(i -> first.mask()[i] > 0)
                .mapToObj(i -> members.stream()
                        .mapToDouble(
                                member -> likelihood(member.scores()[i / width], first.truth()[i], i % width, labels))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double likelihood(float[] scores, float truth, int place, boolean label) {
        double said = label ? (truth > 0.5 ? scores[place] : 1 - scores[place]) : scores[(int) truth];
        return Math.max(LEAST, said);
    }
}
