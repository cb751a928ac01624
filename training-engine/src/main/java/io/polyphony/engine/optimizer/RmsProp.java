package io.polyphony.engine.optimizer;

import io.polyphony.engine.tensor.Check;

/**
 * RMSprop (Hinton 2012) as Keras has it: decay 0.9, epsilon 1e-7 beside the mean square, no momentum.
 *
 * @param learningRate above 0, at most 1
 * @param weightDecay 0..10, decoupled; a step shrinks weights by learning rate x decay
 */
public record RmsProp(double learningRate, double weightDecay) implements OptimizerSpec {
    public RmsProp {
        Check.range("learningRate", learningRate, Double.MIN_VALUE, 1);
        Check.range("weightDecay", weightDecay, 0, 10);
    }

    @Override
    public UpdateRule rule() {
        return new Rule();
    }

    private record Rule() implements UpdateRule {
        private static final float DECAY = 0.9f;
        private static final float EPSILON = 1e-7f;

        @Override
        public int memories() {
            return 1;
        }

        @Override
        public void move(float[] values, float[] gradient, float[][] memory, int from, int to, Motion motion) {
            float rate = (float) motion.rate();
            float scale = motion.scale();
            float kept = motion.kept();
            var squares = memory[0];
            for (int i = from; i < to; i++) {
                float g = gradient[i] * scale;
                squares[i] = DECAY * squares[i] + (1 - DECAY) * g * g;
            }
            for (int i = from; i < to; i++) {
                float g = gradient[i] * scale;
                values[i] = kept * values[i] - rate * g / (float) Math.sqrt(squares[i] + EPSILON);
            }
        }
    }
}
