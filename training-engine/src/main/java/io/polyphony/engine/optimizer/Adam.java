package io.polyphony.engine.optimizer;

import io.polyphony.engine.tensor.Check;

/**
 * Adam (Kingma and Ba 2015) with beta 0.9 and 0.999, epsilon 1e-8.
 *
 * @param learningRate above 0, at most 1
 */
public record Adam(double learningRate) implements OptimizerSpec {
    public Adam {
        Check.range("learningRate", learningRate, Double.MIN_VALUE, 1);
    }

    @Override
    public double weightDecay() {
        return 0;
    }

    @Override
    public UpdateRule rule() {
        return new AdamRule();
    }
}
