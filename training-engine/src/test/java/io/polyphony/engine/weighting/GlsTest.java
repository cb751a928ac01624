package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GlsTest extends WeightingContract {
    private static final boolean[] ALL = {true, true, true};

    @Override
    WeightingSpec spec() {
        return new Gls();
    }

    @Test
    void minimises_the_geometric_mean() {
        var weighting = spec().start(SCALES);
        var losses = new double[] {0.25, 8, 0.3};
        var factors = weighting.factors(new StepLosses(losses, ALL), new SplittableRandom(1));
        double mean = Math.cbrt(0.5 * 2 * 0.3);
        assertThat(weighting.total(factors, new StepLosses(losses, ALL))).isCloseTo(mean, within(1e-12));
        for (int task = 0; task < 3; task++) {
            assertThat(factors[task]).isCloseTo(mean / (3 * losses[task]), within(1e-12));
        }
    }
}
