package io.polyphony.engine.weighting;

import java.util.random.RandomGenerator;

/** Minimises the sum of the losses' logarithms, which does not change with their units (Navon et al., ICML 2022). */
public record ScaleInvariant() implements WeightingSpec {

    @Override
    public LossWeighting start(TaskScales scales) {
        return new Weighting(scales);
    }

    private record Weighting(TaskScales scales) implements LossWeighting {

        @Override
        public double[] factors(StepLosses losses, RandomGenerator random) {
            var factors = new double[losses.tasks()];
            for (int task = 0; task < factors.length; task++) {
                factors[task] = losses.present()[task] ? 1 / scales.positive(task, losses.values()[task]) : 0;
            }
            return factors;
        }

        @Override
        public double total(double[] factors, StepLosses losses) {
            double total = 0;
            for (int task = 0; task < losses.tasks(); task++) {
                total += losses.present()[task] ? Math.log(scales.positive(task, losses.values()[task])) : 0;
            }
            return total;
        }
    }
}
