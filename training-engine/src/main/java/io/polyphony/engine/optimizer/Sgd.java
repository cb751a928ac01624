package io.polyphony.engine.optimizer;

import io.polyphony.engine.tensor.Check;

/**
 * Gradient descent with Nesterov's momentum (Sutskever et al., ICML 2013, in PyTorch's form), weight decay decoupled.
 *
 * @param learningRate above 0, at most 10
 * @param momentum 0..0.999; 0 for none
 * @param weightDecay 0..10; a step shrinks weights by learning rate x decay
 */
public record Sgd(double learningRate, double momentum, double weightDecay) implements OptimizerSpec {
    public Sgd {
        Check.range("learningRate", learningRate, Double.MIN_VALUE, 10);
        Check.range("momentum", momentum, 0, 0.999);
        Check.range("weightDecay", weightDecay, 0, 10);
    }

    @Override
    public UpdateRule rule() {
        return new Rule((float) momentum);
    }

    /** v is momentum v + g; values lose rate (g + momentum v). */
    private record Rule(float momentum) implements UpdateRule {

        @Override
        public int memories() {
            return 1;
        }

        @Override
        public void move(float[] values, float[] gradient, float[][] memory, int from, int to, Motion motion) {
            float rate = (float) motion.rate();
            float scale = motion.scale();
            float kept = motion.kept();
            var velocity = memory[0];
            for (int i = from; i < to; i++) {
                velocity[i] = momentum * velocity[i] + gradient[i] * scale;
            }
            for (int i = from; i < to; i++) {
                values[i] = kept * values[i] - rate * (gradient[i] * scale + momentum * velocity[i]);
            }
        }
    }
}
