package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoissonLossTest extends LossContract {
    @Override
    TaskLoss loss() {
        return new PoissonLoss();
    }

    @Override
    TaskType type() {
        return TaskType.COUNT;
    }

    /** sklearn.metrics.mean_poisson_deviance([2, 0, 1, 4], [0.5, 0.5, 2., 2.]), from its documentation: 1.4260... */
    @Test
    void is_the_deviance_of_scikit_learn() {
        var logs = new float[] {(float) Math.log(0.5), (float) Math.log(0.5), (float) Math.log(2), (float) Math.log(2)};
        var counts = new float[] {2, 0, 1, 4};
        assertThat(loss().evaluate(logs, counts, new float[] {1, 1, 1, 1}, new float[4]))
                .isCloseTo(1.4260, within(1e-4));
    }

    @Test
    void the_best_constant_is_the_mean() {
        var labels = new TaskLabels("task", type(), List.of(), new float[] {0, 3, 3}, new float[] {1, 1, 1}, 0, 1);
        assertThat(loss().answer(loss().constant(labels), 0)[0]).isCloseTo(2, within(1e-6f));
    }
}
