package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.TaskType;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoxLossTest extends LossContract {
    private static final int GRID = 2;

    @Override
    TaskLoss loss() {
        return new BoxLoss(GRID, classes());
    }

    @Override
    TaskType type() {
        return TaskType.DETECTION;
    }

    @Override
    int targets() {
        return loss().width();
    }

    /**
     * One class on a grid of one cell: the middle is said with p = 0.8, a tenth of a cell off to the right, and two cells too
     * wide: 0.2^2 * -log 0.8 + 0.1 + 2 * 0.1 * 128 / 1.
     */
    @Test
    void at_a_middle_it_is_the_focal_loss_and_the_errors_of_place_and_size() {
        var outputs = new float[] {(float) Math.log(4), 0.6f, 0.5f, 5, 4};
        var labels = new float[] {1, 0.5f, 0.5f, 3, 4};
        var loss = new BoxLoss(1, 1).evaluate(outputs, labels, new float[] {1, 1, 1, 1, 1}, new float[5]);
        assertThat(loss).isCloseTo(-0.04 * Math.log(0.8) + 0.1 + 2 * 12.8, within(1e-6));
    }

    /** Elsewhere, p = 0.2 costs -(1 - y)^4 * 0.2^2 * log 0.8; a cell that is near a middle may say more. */
    @Test
    void elsewhere_it_is_less_the_nearer_a_middle_is() {
        var outputs = new float[] {(float) -Math.log(4), 7, 7, 7, 7};
        for (float near : new float[] {0, 0.5f}) {
            var labels = new float[] {near, 0, 0, 0, 0};
            var loss = new BoxLoss(1, 1).evaluate(outputs, labels, new float[] {1, 0, 0, 0, 0}, new float[5]);
            assertThat(loss).isCloseTo(-Math.pow(1 - near, 4) * 0.04 * Math.log(0.8), within(1e-8));
        }
    }

    /** Two classes with a thing each in one cell, of which the network knows nothing: their sum is halved. */
    @Test
    void it_is_divided_by_the_things_of_the_picture() {
        var outputs = new float[6];
        var labels = new float[] {1, 1, 0, 0, 0, 0};
        var loss = new BoxLoss(1, 2).evaluate(outputs, labels, new float[] {1, 1, 0, 0, 0, 0}, new float[6]);
        assertThat(loss).isCloseTo(0.25 * Math.log(2), within(1e-9));
    }

    /** All is convex or nearly so near its minimum: no small change of the constant answer is better. */
    @Test
    @Override
    void no_constant_is_better_than_the_constant_predictor() {
        var labels = Samples.boxes(16, "a 2 2 6 8", "[]", null, "a 7 5 6 8; b 1 1 6 8", "b 5 6 6 8");
        var loss = new BoxLoss(4, 2);
        var best = loss.constantLoss(labels);
        var constant = loss.constant(labels);
        var random = new SplittableRandom(5);
        for (int attempt = 0; attempt < 200; attempt++) {
            double scale = Math.pow(10, random.nextDouble(-2, 0.5));
            var moved = new float[] {
                (float) (scale * random.nextGaussian()), (float) (scale * random.nextGaussian()), 0, 0, 0, 0
            };
            var outputs = constant.clone();
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] += moved[i % moved.length];
            }
            assertThat(SceneRows.sample(labels).loss(loss, outputs)).isGreaterThanOrEqualTo(best - 1e-9);
        }
    }
}
