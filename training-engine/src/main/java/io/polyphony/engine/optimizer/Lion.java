package io.polyphony.engine.optimizer;

import io.polyphony.engine.tensor.Check;

/**
 * Lion (Chen et al., NeurIPS 2023): every number moves by the learning rate, in the direction of the sign of a mean of the
 * gradient; beta 0.9 and 0.99. Wants a learning rate three to ten times smaller than Adam's, and more decay.
 *
 * @param learningRate above 0, at most 1
 * @param weightDecay 0..10, decoupled; a step shrinks weights by learning rate x decay
 */
public record Lion(double learningRate, double weightDecay) implements OptimizerSpec {
    public Lion {
        Check.range("learningRate", learningRate, Double.MIN_VALUE, 1);
        Check.range("weightDecay", weightDecay, 0, 10);
    }

    @Override
    public UpdateRule rule() {
        return new Rule();
    }

    private record Rule() implements UpdateRule {
        private static final float LOOK = 0.9f;
        private static final float KEEP = 0.99f;

        @Override
        public int memories() {
            return 1;
        }

        @Override
        public void move(float[] values, float[] gradient, float[][] memory, int from, int to, Motion motion) {
            float rate = (float) motion.rate();
            float scale = motion.scale();
            float kept = motion.kept();
            var mean = memory[0];
            for (int i = from; i < to; i++) {
                float g = gradient[i] * scale;
                values[i] = kept * values[i] - rate * Math.signum(LOOK * mean[i] + (1 - LOOK) * g);
            }
            for (int i = from; i < to; i++) {
                mean[i] = KEEP * mean[i] + (1 - KEEP) * (gradient[i] * scale);
            }
        }
    }
}
