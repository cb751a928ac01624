package io.polyphony.engine.weighting;

import io.polyphony.engine.tensor.Check;
import java.util.random.RandomGenerator;

/**
 * Fast adaptive multitask optimization (Liu et al., NeurIPS 2023): the logarithms of all losses are to fall at the same
 * rate. Shares z = softmax(w) weigh the log losses; after each step w learns by Adam from how much each task's log loss
 * fell on the same rows, at the cost of a second forward run.
 *
 * @param learningRate of w, above 0, at most 1; 0.025 in the paper
 * @param decay pull of w to 0, 0..1; 0.001 in the paper
 */
public record Famo(double learningRate, double decay) implements WeightingSpec {
    public Famo {
        Check.range("learningRate", learningRate, Double.MIN_VALUE, 1);
        Check.range("decay", decay, 0, 1);
    }

    @Override
    public LossWeighting start(TaskScales scales) {
        return new Weighting(this, scales);
    }

    private static final class Weighting implements LossWeighting {
        private final Famo spec;
        private final TaskScales scales;
        private final TaskAdam scores;

        Weighting(Famo spec, TaskScales scales) {
            this.spec = spec;
            this.scales = scales;
            this.scores = new TaskAdam(scales.count());
        }

        /** c z / L with c such that the factors sum to one. */
        @Override
        public double[] factors(StepLosses losses, RandomGenerator random) {
            var factors = Softmax.of(scores.values(), losses.present());
            double sum = 0;
            for (int task = 0; task < factors.length; task++) {
                factors[task] /= scales.positive(task, losses.values()[task]);
                sum += factors[task];
            }
            for (int task = 0; task < factors.length && sum > 0; task++) {
                factors[task] /= sum;
            }
            return factors;
        }

        @Override
        public boolean looksAgain() {
            return true;
        }

        @Override
        public void compare(StepLosses before, StepLosses after) {
            var shares = Softmax.of(scores.values(), before.present());
            var falls = new double[shares.length];
            double mean = 0;
            for (int task = 0; task < falls.length; task++) {
                falls[task] = before.present()[task] ? log(task, before) - log(task, after) : 0;
                mean += shares[task] * falls[task];
            }
            for (int task = 0; task < falls.length; task++) {
                if (before.present()[task]) {
                    double slope = shares[task] * (falls[task] - mean) + spec.decay * scores.values()[task];
                    scores.move(task, slope, spec.learningRate);
                }
            }
        }

        private double log(int task, StepLosses losses) {
            return Math.log(scales.positive(task, losses.values()[task]));
        }

        @Override
        public double[] state() {
            var out = new StateVector();
            scores.write(out);
            return out.numbers();
        }

        @Override
        public void restore(double[] state) {
            scores.read(new StateVector(state));
        }
    }
}
