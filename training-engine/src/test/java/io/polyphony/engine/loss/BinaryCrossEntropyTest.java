package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import org.junit.jupiter.api.Test;

class BinaryCrossEntropyTest extends LossContract {
    @Override
    TaskLoss loss() {
        return new BinaryCrossEntropy(0.1, new double[] {0.8, 1.5});
    }

    @Override
    TaskType type() {
        return TaskType.BINARY;
    }

    @Test
    void is_the_negative_log_likelihood() {
        double loss = new BinaryCrossEntropy(0, new double[] {1, 1})
                .evaluate(new float[] {0.5f, -2f}, new float[] {1, 0}, new float[] {1, 1}, new float[2]);
        double expected = (Math.log(1 + Math.exp(-0.5)) + Math.log(1 + Math.exp(-2))) / 2;
        assertThat(loss).isCloseTo(expected, within(1e-12));
    }

    @Test
    void answers_with_both_probabilities() {
        assertThat(loss().answer(new float[] {0f, 2f}, 1))
                .containsExactly(new float[] {0.1192f, 0.8808f}, within(1e-4f));
    }
}
