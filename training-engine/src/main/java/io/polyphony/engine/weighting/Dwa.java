package io.polyphony.engine.weighting;

import io.polyphony.engine.tensor.Check;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Dynamic weight average (Liu, Johns and Davison, CVPR 2019): tasks whose mean loss fell least from one epoch to the next
 * count most in the one after: K softmax(r / T), r the ratio of the last two epochs' losses.
 *
 * @param temperature T, 0.1..100; large ones make all tasks equal; 2 in the paper
 */
public record Dwa(double temperature) implements WeightingSpec {
    public Dwa {
        Check.range("temperature", temperature, 0.1, 100);
    }

    @Override
    public LossWeighting start(TaskScales scales) {
        return new Weighting(scales.normalisers(), temperature);
    }

    private static final class Weighting implements LossWeighting {
        private final double[] scales;
        private final double temperature;
        private final EpochMeans means;
        private final double[] previous;
        private final double[] ratios;

        Weighting(double[] scales, double temperature) {
            this.scales = scales;
            this.temperature = temperature;
            this.means = new EpochMeans(scales.length);
            this.previous = new double[scales.length];
            this.ratios = new double[scales.length];
            Arrays.fill(previous, Double.NaN);
            Arrays.fill(ratios, 1);
        }

        @Override
        public double[] factors(StepLosses losses, RandomGenerator random) {
            var scores = Arrays.stream(ratios).map(ratio -> ratio / temperature).toArray();
            var factors = Softmax.of(scores, losses.present());
            for (int task = 0; task < factors.length; task++) {
                factors[task] *= losses.presentCount() * scales[task];
            }
            return factors;
        }

        @Override
        public void step(StepLosses losses, double learningRate) {
            means.add(losses);
        }

        @Override
        public void endEpoch() {
            var last = means.take();
            for (int task = 0; task < last.length; task++) {
                double ratio = last[task] / previous[task];
                ratios[task] = Double.isFinite(ratio) ? ratio : 1;
                previous[task] = last[task];
            }
        }

        @Override
        public double[] state() {
            var out = new StateVector();
            means.write(out);
            out.put(previous);
            out.put(ratios);
            return out.numbers();
        }

        @Override
        public void restore(double[] state) {
            var in = new StateVector(state);
            means.read(in);
            in.get(previous);
            in.get(ratios);
        }
    }
}
