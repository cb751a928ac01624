package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StchTest extends WeightingContract {
    private static final boolean[] ALL = {true, true, true};
    private static final StepLosses LOSSES = new StepLosses(new double[] {0.5, 2, 0.5}, ALL);

    @Override
    WeightingSpec spec() {
        return new Stch(0.5, 2);
    }

    @Test
    void sums_up_logarithms_while_warming_up() {
        var weighting = spec().start(SCALES);
        assertThat(weighting.factors(LOSSES, new SplittableRandom(1)))
                .containsExactly(new double[] {2, 0.5, 2}, within(1e-12));
    }

    @Test
    void then_follows_the_task_that_is_furthest_behind() {
        var weighting = spec().start(SCALES);
        for (var nadir : new double[][] {{9, 9, 9}, {1, 1, 2}}) {
            weighting.step(new StepLosses(nadir, ALL), 1e-3);
            weighting.endEpoch();
        }
        // K mu log sum (L / nadir)^(1/mu), the ratios being 0.5, 2 and 0.25 and mu one half.
        double sum = 0.25 + 4 + 0.0625;
        var factors = weighting.factors(LOSSES, new SplittableRandom(1));
        assertThat(weighting.total(factors, LOSSES)).isCloseTo(1.5 * Math.log(sum), within(1e-12));
        assertThat(factors)
                .containsExactly(
                        new double[] {3 * 0.25 / sum / 0.5, 3 * 4 / sum / 2, 3 * 0.0625 / sum / 0.5}, within(1e-12));
    }
}
