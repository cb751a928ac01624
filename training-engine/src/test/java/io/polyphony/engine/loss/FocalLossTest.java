package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import org.junit.jupiter.api.Test;

class FocalLossTest extends LossContract {
    @Override
    TaskLoss loss() {
        return new FocalLoss(2, new double[] {1, 0.5, 2});
    }

    @Override
    TaskType type() {
        return TaskType.MULTICLASS;
    }

    @Override
    int classes() {
        return 3;
    }

    /** Lin et al., equation 4: at p = 0.9 a hundredth of the cross-entropy is left. */
    @Test
    void what_is_easy_hardly_counts() {
        var loss = new FocalLoss(2, new double[] {1, 1});
        float logit = (float) Math.log(0.9 / 0.1);
        double value = loss.evaluate(new float[] {logit}, new float[] {1}, new float[] {1}, new float[1]);
        assertThat(value).isCloseTo(-0.01 * Math.log(0.9), within(1e-7));
    }

    @Test
    void without_focus_it_is_the_cross_entropy() {
        var labels = labels(true);
        var plain = new SoftmaxCrossEntropy(0, new double[] {1, 0.5, 2});
        var gradient = new float[outputs(1).length];
        var expected = new float[gradient.length];
        assertThat(new FocalLoss(0, new double[] {1, 0.5, 2})
                        .evaluate(outputs(1), labels.values(), labels.mask(), gradient))
                .isCloseTo(plain.evaluate(outputs(1), labels.values(), labels.mask(), expected), within(1e-6));
        assertThat(gradient).containsExactly(expected, within(1e-7f));
    }

    /** The best constant has no closed form: the shares are good, but not quite the best. */
    @Override
    @Test
    void no_constant_is_better_than_the_constant_predictor() {
        var labels = labels(false);
        var one = new float[labels.values().length * 3];
        for (int row = 0; row < labels.values().length; row++) {
            one[3 * row] = 4;
        }
        assertThat(loss().constantLoss(labels))
                .isLessThan(loss().evaluate(one, labels.values(), labels.mask(), new float[one.length]));
    }
}
