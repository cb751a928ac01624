package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import org.junit.jupiter.api.Test;

class SoftmaxCrossEntropyTest extends LossContract {
    @Override
    TaskLoss loss() {
        return new SoftmaxCrossEntropy(0.1, new double[] {0.7, 1, 1.4});
    }

    @Override
    TaskType type() {
        return TaskType.MULTICLASS;
    }

    @Override
    int classes() {
        return 3;
    }

    @Test
    void is_the_negative_log_likelihood() {
        double loss = new SoftmaxCrossEntropy(0, new double[] {1, 1, 1})
                .evaluate(new float[] {1, 2, 3}, new float[] {2}, new float[] {1}, new float[3]);
        double expected = -Math.log(Math.exp(3) / (Math.exp(1) + Math.exp(2) + Math.exp(3)));
        assertThat(loss).isCloseTo(expected, within(1e-12));
    }

    @Test
    void huge_logits_do_no_harm() {
        double loss = loss().evaluate(new float[] {1e30f, 0, -1e30f}, new float[] {0}, new float[] {1}, new float[3]);
        assertThat(loss).isFinite();
    }
}
