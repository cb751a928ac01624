package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DbMtlTest extends WeightingContract {
    private static final StepLosses LOSSES = new StepLosses(new double[] {0.5, 4, 1}, new boolean[] {true, true, true});

    @Override
    WeightingSpec spec() {
        return new DbMtl(0.9);
    }

    @Test
    void stretches_the_gradients_of_log_losses_to_the_longest() {
        var weighting = new DbMtl(0.9).start(SCALES);
        var random = new SplittableRandom(1);
        assertThat(weighting.factors(LOSSES, random)).containsExactly(2, 0.25, 1);
        var gram = Gradients.gram(new double[] {3, 4}, new double[] {1, 0}, new double[] {0, 2});
        assertThat(weighting.coefficients(gram, LOSSES, random)).containsExactly(1, 5, 2.5);
    }

    @Test
    void remembers_less_and_less() {
        var weighting = new DbMtl(0.9).start(SCALES);
        for (int step = 1; step <= 9; step++) {
            weighting.factors(LOSSES, new SplittableRandom(1));
            assertThat(weighting.memory()).isCloseTo(0.9 / Math.sqrt(step), within(1e-12));
        }
        assertThat(weighting.remembers()).isTrue();
        assertThat(new DbMtl(0).start(SCALES).remembers()).isFalse();
    }
}
