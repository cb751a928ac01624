package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.data.TaskType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BinaryFocalLossTest extends LossContract {
    @Override
    TaskLoss loss() {
        return new FocalLoss(2, new double[] {1, 1});
    }

    @Override
    TaskType type() {
        return TaskType.BINARY;
    }

    /** The best constant has no closed form: the shares are good, but not quite the best. */
    @Override
    @Test
    void no_constant_is_better_than_the_constant_predictor() {
        var labels = labels(false);
        var one = new float[labels.values().length];
        Arrays.fill(one, 2);
        assertThat(loss().constantLoss(labels))
                .isLessThan(loss().evaluate(one, labels.values(), labels.mask(), new float[one.length]));
    }
}
