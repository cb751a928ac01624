package io.polyphony.engine.weighting;

import io.polyphony.engine.tensor.Check;
import java.util.random.RandomGenerator;

/**
 * Smooth Tchebycheff scalarisation (Lin et al., ICML 2024): minimises K mu log sum exp(log(L / nadir) / mu), which follows
 * the task that is furthest behind. While warming up all log losses count the same; the nadir is the mean loss of the last
 * epoch of the warm-up.
 *
 * @param smoothness mu, 0.01..100; small ones follow the worst task alone; 1 in the paper
 * @param warmUp epochs before the nadir is known, 1..1000; 4 in the paper
 */
public record Stch(double smoothness, int warmUp) implements WeightingSpec {
    public Stch {
        Check.range("smoothness", smoothness, 0.01, 100);
        Check.range("warmUp", warmUp, 1, 1000);
    }

    @Override
    public LossWeighting start(TaskScales scales) {
        return new Weighting(this, scales);
    }

    private static final class Weighting implements LossWeighting {
        private final Stch spec;
        private final TaskScales scales;
        private final EpochMeans means;
        private final double[] nadir;
        private int epochs;

        Weighting(Stch spec, TaskScales scales) {
            this.spec = spec;
            this.scales = scales;
            this.means = new EpochMeans(scales.count());
            this.nadir = scales.constantLosses().clone();
        }

        @Override
        public double[] factors(StepLosses losses, RandomGenerator random) {
            var scores = new double[losses.tasks()];
            for (int task = 0; task < scores.length && epochs >= spec.warmUp; task++) {
                scores[task] = behind(task, losses) / spec.smoothness;
            }
            var factors = Softmax.of(scores, losses.present());
            for (int task = 0; task < factors.length; task++) {
                factors[task] *= losses.presentCount() / scales.positive(task, losses.values()[task]);
            }
            return factors;
        }

        private double behind(int task, StepLosses losses) {
            return Math.log(scales.positive(task, losses.values()[task]) / scales.positive(task, nadir[task]));
        }

        @Override
        public double total(double[] factors, StepLosses losses) {
            double sum = losses.presentCount() == 0 ? 1 : 0;
            double logs = 0;
            for (int task = 0; task < losses.tasks(); task++) {
                if (losses.present()[task]) {
                    logs += behind(task, losses);
                    sum += Math.exp(behind(task, losses) / spec.smoothness);
                }
            }
            return epochs < spec.warmUp ? logs : losses.presentCount() * spec.smoothness * Math.log(sum);
        }

        @Override
        public void step(StepLosses losses, double learningRate) {
            means.add(losses);
        }

        @Override
        public void endEpoch() {
            epochs++;
            var last = means.take();
            for (int task = 0; task < last.length && epochs == spec.warmUp; task++) {
                nadir[task] = Double.isFinite(last[task]) ? last[task] : nadir[task];
            }
        }

        @Override
        public double[] state() {
            var out = new StateVector();
            out.put(epochs);
            means.write(out);
            out.put(nadir);
            return out.numbers();
        }

        @Override
        public void restore(double[] state) {
            var in = new StateVector(state);
            epochs = (int) in.get();
            means.read(in);
            in.get(nadir);
        }
    }
}
