package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelLossTest extends LossContract {
    @Override
    TaskLoss loss() {
        return new LabelLoss(new double[][] {{1, 1}, {0.7, 1.8}, {1.2, 0.4}}, 0.1);
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

    /** The first label is there in one of five rows: it counts twice as much as its absence, and a row counts 1 on average. */
    @Test
    void rare_labels_weigh_as_rare_classes_do() {
        var values = new float[] {1, 0, 0, 0, 0, 1, 0, 1, 0, 1};
        var mask = new float[] {1, 0, 1, 0, 1, 1, 1, 1, 1, 1};
        var labels = new TaskLabels("task", TaskType.MULTILABEL, List.of(), values, mask, 0, 1, 2);
        var weights = ClassShares.inverseRootsOfLabels(labels);
        assertThat(weights[0]).containsExactly(new double[] {5 / 6.0, 10 / 6.0}, within(1e-12));
        assertThat(weights[1]).containsExactly(1, 1);
        var weighted = Losses.of(
                new TaskSpec("task", TaskType.MULTILABEL), labels, new LossSpec(0, true, RegressionLoss.HUBER, 0));
        var outputs = new float[] {0, 9, 0, 9, 0, 0, 0, 0, 0, 0};
        double expected = Math.log(2) * (10 / 6.0 + 4 * 5 / 6.0 + 3) / 8;
        assertThat(weighted.evaluate(outputs, values, mask, new float[10])).isCloseTo(expected, within(1e-9));
        assertThat(weighted.constant(labels)[0]).isCloseTo((float) Math.log(0.5), within(1e-6f));
    }

    @Test
    void labels_do_not_exclude_each_other() {
        assertThat(new LabelLoss(2, 0).answer(new float[] {0, 0, 20, 20}, 1)).containsExactly(1f, 1f);
    }
}
