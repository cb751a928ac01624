package io.polyphony.engine.weighting;

import java.util.random.RandomGenerator;

/**
 * Gradient surgery (Yu et al., NeurIPS 2020): each task's gradient loses what it has against the others', taken in random
 * order; the rest is summed up.
 */
public record PcGrad() implements GradientSpec {

    @Override
    public GradientWeighting start(TaskScales scales) {
        return new GradientCombination(scales, PcGrad::coefficients);
    }

    static double[] coefficients(double[][] gram, RandomGenerator random) {
        int tasks = gram.length;
        var sum = new double[tasks];
        for (int task = 0; task < tasks; task++) {
            var own = new double[tasks];
            own[task] = 1;
            for (int other : order(tasks, random)) {
                double against = Gram.dot(gram, other, own);
                if (other != task && against < 0) {
                    own[other] -= against / gram[other][other];
                }
            }
            for (int i = 0; i < tasks; i++) {
                sum[i] += own[i];
            }
        }
        return sum;
    }

    private static int[] order(int tasks, RandomGenerator random) {
        var order = new int[tasks];
        for (int i = 0; i < tasks; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
