package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GradNormTest extends WeightingContract {
    @Override
    WeightingSpec spec() {
        return new GradNorm(1.5, 0.025);
    }

    /** Tasks in step: all weighted gradients become equally long, so weights are 1 / length. */
    @Test
    void evens_out_the_lengths_of_tasks_in_step() {
        assertThat(weights(new GradNorm(1.5, 0.005), 1, 1)).containsExactly(new double[] {0.5, 1.5}, within(0.02));
    }

    /** The second task is behind three times as far: with alpha 1 its gradient becomes three times as long. */
    @Test
    void who_is_behind_is_pushed_harder() {
        assertThat(weights(new GradNorm(1, 0.005), 0.25, 0.75)).containsExactly(new double[] {0.2, 1.8}, within(0.02));
    }

    /** Where the weights settle, by gradients of the normalised losses that are three and one long. */
    private static double[] weights(GradNorm spec, double first, double second) {
        var scales = new TaskScales(List.of("a", "b"), new double[] {0.5, 4}, new boolean[2]);
        var losses = new StepLosses(new double[] {0.5 * first, 4 * second}, new boolean[] {true, true});
        var weighting = spec.start(scales);
        var random = new SplittableRandom(1);
        var weights = new double[2];
        for (int step = 0; step < 4000; step++) {
            weights = weighting.factors(losses, random);
            weights[0] *= 0.5;
            weights[1] *= 4;
            var gram = Gradients.gram(new double[] {3 * weights[0], 0}, new double[] {0, weights[1]});
            assertThat(weighting.coefficients(gram, losses, random)).containsExactly(1, 1);
        }
        assertThat(Arrays.stream(weights).sum()).isCloseTo(2, within(1e-9));
        return weights;
    }
}
