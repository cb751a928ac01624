package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskType;
import org.junit.jupiter.api.Test;

class MaskLossTest extends LossContract {
    private static final int PIXELS = 5;

    @Override
    TaskLoss loss() {
        return new MaskLoss(PIXELS, classes());
    }

    @Override
    TaskType type() {
        return TaskType.SEGMENTATION;
    }

    @Override
    int targets() {
        return PIXELS;
    }

    /** Two pixels, one of them foreground, of both of which one half is said: 2 * 0.5 + 1 over 0.25 + 0.25 + 1 + 1. */
    @Test
    void it_is_the_cross_entropy_and_what_is_missing_to_a_full_dice() {
        var loss = new MaskLoss(2, 2).evaluate(new float[2], new float[] {0, 1}, new float[] {1, 1}, new float[2]);
        assertThat(loss).isCloseTo(Math.log(2) + 1 - 2 / 2.5, within(1e-12));
    }

    @Test
    void a_perfect_drawing_costs_nothing() {
        var sure = new float[] {30, -30, 30};
        var loss = new MaskLoss(3, 2).evaluate(sure, new float[] {1, 0, 1}, new float[] {1, 1, 1}, new float[3]);
        assertThat(loss).isCloseTo(0, within(1e-9));
    }

    /** Dice has no closed form for a constant; what is frequent in the masks is said everywhere, as the cross-entropy wants it. */
    @Test
    @Override
    void no_constant_is_better_than_the_constant_predictor() {
        TaskLabels labels = Samples.masks(8, 6, 0.25);
        var loss = new MaskLoss(labels.seen(), 2);
        double share = 1 / (1 + Math.exp(-loss.constant(labels)[0]));
        assertThat(share).isCloseTo(0.25, within(0.01));
        assertThat(loss.constantLoss(labels)).isCloseTo(entropy(0.25) + 1 - dice(0.25, 0.25, 64), within(0.02));
    }

    private static double entropy(double share) {
        return -share * Math.log(share) - (1 - share) * Math.log(1 - share);
    }

    private static double dice(double share, double said, int pixels) {
        return (2 * pixels * share * said + 1) / (pixels * (said * said + share) + 1);
    }
}
