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

    /** Half of the only pixel is foreground, and one half is said: the cross-entropy is that of a coin, the Dice is full. */
    @Test
    void a_pixel_may_belong_to_both() {
        var gradient = new float[1];
        var loss = new MaskLoss(1, 2).evaluate(new float[1], new float[] {0.5f}, new float[] {1}, gradient);
        assertThat(loss).isCloseTo(Math.log(2), within(1e-12));
        assertThat(gradient[0]).isCloseTo(0, within(1e-7f));
    }

    @Test
    void the_gradient_holds_for_shares() {
        var loss = new MaskLoss(3, 2);
        var shares = new float[] {0.3f, 1, 0.85f};
        var mask = new float[] {1, 1, 1};
        var outputs = new float[] {0.4f, -1.2f, 0.1f};
        var gradient = new float[3];
        loss.evaluate(outputs, shares, mask, gradient);
        for (int i = 0; i < 3; i++) {
            var up = outputs.clone();
            var down = outputs.clone();
            up[i] += 1f / 256;
            down[i] -= 1f / 256;
            double slope = 128
                    * (loss.evaluate(up, shares, mask, new float[3]) - loss.evaluate(down, shares, mask, new float[3]));
            assertThat((double) gradient[i]).isCloseTo(slope, within(1e-5));
        }
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
