package io.polyphony.engine.weighting;

import java.util.random.RandomGenerator;

/**
 * The loss half of impartial multi-task learning (Liu et al., ICLR 2021): minimises the sum of e^s L - s, so that every
 * task's scaled loss tends to one. L is divided by its value for a constant predictor; s starts at 0, stays within
 * [-5, 5] and learns ten times as fast as the network, by Adam.
 */
public record ImtlL() implements WeightingSpec {

    @Override
    public LossWeighting start(TaskScales scales) {
        return new Weighting(scales.normalisers());
    }

    private static final class Weighting implements LossWeighting {
        private static final double LIMIT = 5;
        private static final double FASTER = 10;
        private final double[] normalisers;
        private final TaskAdam logScales;

        Weighting(double[] normalisers) {
            this.normalisers = normalisers;
            this.logScales = new TaskAdam(normalisers.length);
        }

        @Override
        public double[] factors(StepLosses losses, RandomGenerator random) {
            var factors = new double[normalisers.length];
            for (int task = 0; task < factors.length; task++) {
                factors[task] = factor(task);
            }
            return factors;
        }

        private double factor(int task) {
            return Math.exp(logScales.values()[task]) * normalisers[task];
        }

        @Override
        public double total(double[] factors, StepLosses losses) {
            double total = LossWeighting.super.total(factors, losses);
            for (int task = 0; task < factors.length; task++) {
                total -= losses.present()[task] ? logScales.values()[task] : 0;
            }
            return total;
        }

        @Override
        public void step(StepLosses losses, double learningRate) {
            for (int task = 0; task < losses.tasks(); task++) {
                if (losses.present()[task]) {
                    double slope = factor(task) * losses.values()[task] - 1;
                    logScales.move(task, slope, FASTER * learningRate);
                    logScales.values()[task] = Math.clamp(logScales.values()[task], -LIMIT, LIMIT);
                }
            }
        }

        @Override
        public double[] state() {
            var out = new StateVector();
            logScales.write(out);
            return out.numbers();
        }

        @Override
        public void restore(double[] state) {
            logScales.read(new StateVector(state));
        }
    }
}
