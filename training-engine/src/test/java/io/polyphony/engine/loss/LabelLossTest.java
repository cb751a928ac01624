package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import org.junit.jupiter.api.Test;

class LabelLossTest extends LossContract {
    @Override
    TaskLoss loss() {
        return new LabelLoss(3, 0.1);
    }

    @Override
    TaskType type() {
        return TaskType.MULTILABEL;
    }

    @Override
    int targets() {
        return 3;
    }

    @Test
    void is_the_mean_cross_entropy_of_the_known_labels() {
        var loss = new LabelLoss(2, 0);
        double value = loss.evaluate(
                new float[] {0, (float) Math.log(3), 9, 0},
                new float[] {1, 1, 0, 0},
                new float[] {1, 1, 0, 1},
                new float[4]);
        assertThat(value).isCloseTo((Math.log(2) + Math.log(4 / 3.0) + Math.log(2)) / 3, within(1e-7));
    }

    @Test
    void labels_do_not_exclude_each_other() {
        assertThat(new LabelLoss(2, 0).answer(new float[] {0, 0, 20, 20}, 1)).containsExactly(1f, 1f);
    }
}
