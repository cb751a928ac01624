package io.polyphony.engine.weighting;

import io.polyphony.engine.tensor.Check;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Gradient normalisation (Chen et al., ICML 2018): weights w, summing to K, learn by Adam to bring each task's gradient to
 * the mean length times r^alpha, r how far the task is behind the others. The first loss, by which progress is measured, is
 * that of a constant predictor; lengths are taken over all shared parameters, not the last shared layer alone.
 *
 * @param asymmetry alpha, 0..3; 1.5 in the paper
 * @param learningRate of w, above 0, at most 1; 0.025 in the paper
 */
public record GradNorm(double asymmetry, double learningRate) implements GradientSpec {
    public GradNorm {
        Check.range("asymmetry", asymmetry, 0, 3);
        Check.range("learningRate", learningRate, Double.MIN_VALUE, 1);
    }

    @Override
    public GradientWeighting start(TaskScales scales) {
        return new Weighting(this, scales);
    }

    private static final class Weighting implements GradientWeighting {
        private static final double LEAST = 0.01;
        private final GradNorm spec;
        private final double[] normalisers;
        private final TaskAdam weights;

        Weighting(GradNorm spec, TaskScales scales) {
            this.spec = spec;
            this.normalisers = scales.normalisers();
            this.weights = new TaskAdam(normalisers.length);
            Arrays.fill(weights.values(), 1);
        }

        @Override
        public double[] factors(StepLosses losses, RandomGenerator random) {
            var factors = normalisers.clone();
            for (int task = 0; task < factors.length; task++) {
                factors[task] *= weights.values()[task];
            }
            return factors;
        }

        /** The weights are in the factors already; here they learn, for the next step. */
        @Override
        public double[] coefficients(double[][] gram, StepLosses losses, RandomGenerator random) {
            int present = Math.max(1, losses.presentCount());
            double length = 0;
            double progress = 0;
            for (int task = 0; task < gram.length; task++) {
                if (losses.present()[task]) {
                    length += Math.sqrt(gram[task][task]) / present;
                    progress += normalisers[task] * losses.values()[task] / present;
                }
            }
            for (int task = 0; task < gram.length; task++) {
                if (losses.present()[task] && progress > 0) {
                    double behind = normalisers[task] * losses.values()[task] / progress;
                    learn(task, Math.sqrt(gram[task][task]), length * Math.pow(behind, spec.asymmetry));
                }
            }
            renormalise();
            var ones = new double[gram.length];
            Arrays.fill(ones, 1);
            return ones;
        }

        /** The slope of |w n - target| by w, the target held fast: n = length / w is the unweighted length. */
        private void learn(int task, double length, double target) {
            double slope = Math.signum(length - target) * length / weights.values()[task];
            weights.move(task, slope, spec.learningRate);
        }

        private void renormalise() {
            var values = weights.values();
            double sum = 0;
            for (int task = 0; task < values.length; task++) {
                values[task] = Math.max(LEAST, values[task]);
                sum += values[task];
            }
            for (int task = 0; task < values.length; task++) {
                values[task] *= values.length / sum;
            }
        }

        @Override
        public double[] state() {
            var out = new StateVector();
            weights.write(out);
            return out.numbers();
        }

        @Override
        public void restore(double[] state) {
            weights.read(new StateVector(state));
        }
    }
}
