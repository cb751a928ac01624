package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import org.junit.jupiter.api.Test;

class QuantileErrorTest extends LossContract {
    @Override
    TaskLoss loss() {
        return new ValueLoss(RegressionLoss.QUANTILE_90, 1);
    }

    @Override
    TaskType type() {
        return TaskType.REGRESSION;
    }

    /** sklearn.metrics.mean_pinball_loss([1, 2, 3], ...), the four examples of its documentation. */
    @Test
    void is_the_pinball_loss_of_scikit_learn() {
        assertThat(mean(RegressionLoss.QUANTILE_10, 0, 2, 3)).isCloseTo(0.1 / 3, within(1e-6));
        assertThat(mean(RegressionLoss.QUANTILE_10, 1, 2, 4)).isCloseTo(0.9 / 3, within(1e-6));
        assertThat(mean(RegressionLoss.QUANTILE_90, 0, 2, 3)).isCloseTo(0.9 / 3, within(1e-6));
        assertThat(mean(RegressionLoss.QUANTILE_90, 1, 2, 4)).isCloseTo(0.1 / 3, within(1e-6));
    }

    private static double mean(RegressionLoss loss, float... predicted) {
        return new ValueLoss(loss, 1).evaluate(predicted, new float[] {1, 2, 3}, new float[] {1, 1, 1}, new float[3]);
    }
}
