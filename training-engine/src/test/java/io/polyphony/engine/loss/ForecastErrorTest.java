package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.data.TaskType;
import org.junit.jupiter.api.Test;

class ForecastErrorTest extends LossContract {
    @Override
    TaskLoss loss() {
        return new ValueLoss(RegressionLoss.SQUARED, 4);
    }

    @Override
    TaskType type() {
        return TaskType.FORECAST;
    }

    @Override
    int targets() {
        return 4;
    }

    @Test
    void an_answer_is_the_values_of_its_row() {
        assertThat(new ValueLoss(RegressionLoss.SQUARED, 2).answer(new float[] {1, 2, 3, 4}, 1))
                .containsExactly(3f, 4f);
    }
}
