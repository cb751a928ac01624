package io.polyphony.engine.weighting;

import io.polyphony.engine.tensor.Check;
import java.util.random.RandomGenerator;

/**
 * Dual-balancing (Lin et al., 2023, arXiv:2308.12029): gradients of the log losses, averaged over steps, each stretched to
 * the length of the longest. The average's memory in step t is memory / sqrt(t).
 *
 * @param memory 0..0.999; 0.9 in the paper
 */
public record DbMtl(double memory) implements GradientSpec {
    public DbMtl {
        Check.range("memory", memory, 0, 0.999);
    }

    @Override
    public GradientWeighting start(TaskScales scales) {
        return new Weighting(scales, memory);
    }

    private static final class Weighting implements GradientWeighting {
        private final TaskScales scales;
        private final double memory;
        private long steps;

        Weighting(TaskScales scales, double memory) {
            this.scales = scales;
            this.memory = memory;
        }

        @Override
        public double[] factors(StepLosses losses, RandomGenerator random) {
            steps++;
            var factors = new double[losses.tasks()];
            for (int task = 0; task < factors.length; task++) {
                factors[task] = losses.present()[task] ? 1 / scales.positive(task, losses.values()[task]) : 0;
            }
            return factors;
        }

        @Override
        public double memory() {
            return memory / Math.sqrt(Math.max(1, steps));
        }

        @Override
        public boolean remembers() {
            return memory > 0;
        }

        @Override
        public double[] coefficients(double[][] gram, StepLosses losses, RandomGenerator random) {
            double longest = 0;
            for (int task = 0; task < gram.length; task++) {
                longest = Math.max(longest, losses.present()[task] ? gram[task][task] : 0);
            }
            var coefficients = new double[gram.length];
            for (int task = 0; task < gram.length; task++) {
                boolean moves = losses.present()[task] && gram[task][task] > 0;
                coefficients[task] = moves ? Math.sqrt(longest / gram[task][task]) : 1;
            }
            return coefficients;
        }

        @Override
        public double[] state() {
            return new double[] {steps};
        }

        @Override
        public void restore(double[] state) {
            steps = (long) state[0];
        }
    }
}
