package io.polyphony.engine.weighting;

import java.util.random.RandomGenerator;

/**
 * Geometric loss strategy (Chennupati et al., CVPR workshops 2019): minimises the geometric mean of the losses, each
 * divided by its value for a constant predictor.
 */
public record Gls() implements WeightingSpec {

    @Override
    public LossWeighting start(TaskScales scales) {
        return new Weighting(scales);
    }

    private record Weighting(TaskScales scales) implements LossWeighting {

        /** The slope of (L1 ... LK)^(1/K) by Lk is itself / (K Lk). */
        @Override
        public double[] factors(StepLosses losses, RandomGenerator random) {
            double mean = mean(losses);
            var factors = new double[losses.tasks()];
            for (int task = 0; task < factors.length; task++) {
                double loss = scales.positive(task, losses.values()[task]);
                factors[task] = losses.present()[task] ? mean / (losses.presentCount() * loss) : 0;
            }
            return factors;
        }

        @Override
        public double total(double[] factors, StepLosses losses) {
            return mean(losses);
        }

        private double mean(StepLosses losses) {
            double logs = 0;
            for (int task = 0; task < losses.tasks(); task++) {
                logs += losses.present()[task]
                        ? Math.log(scales.positive(task, losses.values()[task]) * scales.normaliser(task))
                        : 0;
            }
            return Math.exp(logs / Math.max(1, losses.presentCount()));
        }
    }
}
