package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScaleInvariantTest extends WeightingContract {
    private static final boolean[] ALL = {true, true, true};

    @Override
    WeightingSpec spec() {
        return new ScaleInvariant();
    }

    @Test
    void minimises_the_sum_of_logarithms() {
        var weighting = spec().start(SCALES);
        var losses = new StepLosses(new double[] {0.25, 8, 1}, ALL);
        var factors = weighting.factors(losses, new SplittableRandom(1));
        assertThat(factors).containsExactly(4, 0.125, 1);
        assertThat(weighting.total(factors, losses)).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void a_task_that_is_solved_does_not_drown_the_others() {
        var losses = new StepLosses(new double[] {0, 8, 1}, ALL);
        var factors = spec().start(SCALES).factors(losses, new SplittableRandom(1));
        assertThat(factors[0]).isCloseTo(1 / (1e-4 * 0.5), within(1e-6));
    }
}
