package io.polyphony.engine.optimizer;

import io.polyphony.engine.tensor.Check;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019); biases and norms are not decayed.
 *
 * @param learningRate above 0, at most 1
 * @param weightDecay 0..10; a step shrinks weights by learning rate x decay
 */
public record AdamW(double learningRate, double weightDecay) implements OptimizerSpec {
    public AdamW {
        Check.range("learningRate", learningRate, Double.MIN_VALUE, 1);
        Check.range("weightDecay", weightDecay, 0, 10);
    }

    @Override
    public UpdateRule rule() {
        return new AdamRule();
    }
}
