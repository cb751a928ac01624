package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import org.junit.jupiter.api.Test;

class HuberErrorTest extends LossContract {
    @Override
    TaskLoss loss() {
        return new ValueLoss(RegressionLoss.HUBER, 1);
    }

    @Override
    TaskType type() {
        return TaskType.REGRESSION;
    }

    @Test
    void is_linear_far_from_the_target() {
        double loss = loss().evaluate(new float[] {0.5f, 4}, new float[] {0, 0}, new float[] {1, 1}, new float[2]);
        assertThat(loss).isCloseTo((0.125 + 3.5) / 2, within(1e-12));
    }

    /** The middle of the targets: good, but not quite the best constant for this loss. */
    @Override
    @Test
    void no_constant_is_better_than_the_constant_predictor() {
        assertThat(loss().constantLoss(labels(false)))
                .isLessThan(loss().evaluate(
                                new float[] {1, 1, 1, 1, 1, 1, 1},
                                labels(false).values(),
                                labels(false).mask(),
                                new float[7]));
    }
}
