package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import org.junit.jupiter.api.Test;

class AbsoluteErrorTest extends LossContract {
    @Override
    TaskLoss loss() {
        return new ValueLoss(RegressionLoss.ABSOLUTE, 1);
    }

    @Override
    TaskType type() {
        return TaskType.REGRESSION;
    }

    @Test
    void is_the_mean_of_the_sizes() {
        double loss = loss().evaluate(new float[] {1, 4}, new float[] {3, 3}, new float[] {1, 1}, new float[2]);
        assertThat(loss).isCloseTo(1.5, within(1e-12));
    }
}
