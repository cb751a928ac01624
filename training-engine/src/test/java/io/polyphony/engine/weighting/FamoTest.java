package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FamoTest extends WeightingContract {
    private static final boolean[] ALL = {true, true, true};
    private static final StepLosses BEFORE = new StepLosses(new double[] {1, 4, 2}, ALL);
    private final LossWeighting weighting = spec().start(SCALES);

    @Override
    WeightingSpec spec() {
        return new Famo(0.025, 0.001);
    }

    /** Equation 10 of the paper: z / L, scaled to sum to one. */
    @Test
    void begins_with_equal_shares_of_the_log_losses() {
        assertThat(factors()).containsExactly(new double[] {4 / 7.0, 1 / 7.0, 2 / 7.0}, within(1e-12));
    }

    /** Adam's first step is the learning rate, whatever the slope. */
    @Test
    void what_fell_fast_counts_less_from_then_on() {
        weighting.compare(BEFORE, new StepLosses(new double[] {0.5, 4, 1.9}, ALL));
        double down = Math.exp(-0.025);
        double up = Math.exp(0.025);
        double sum = down + up / 4 + up / 2;
        assertThat(factors()).containsExactly(new double[] {down / sum, up / 4 / sum, up / 2 / sum}, within(1e-6));
    }

    @Test
    void tasks_that_fall_alike_keep_their_shares() {
        weighting.compare(BEFORE, new StepLosses(new double[] {0.5, 2, 1}, ALL));
        assertThat(factors()).containsExactly(new double[] {4 / 7.0, 1 / 7.0, 2 / 7.0}, within(1e-9));
    }

    @Test
    void looks_at_each_step_twice() {
        assertThat(weighting.looksAgain()).isTrue();
        assertThat(Arrays.stream(factors()).sum()).isCloseTo(1, within(1e-12));
    }

    private double[] factors() {
        return weighting.factors(BEFORE, new SplittableRandom(1));
    }
}
