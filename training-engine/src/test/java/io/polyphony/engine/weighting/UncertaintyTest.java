package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UncertaintyTest extends WeightingContract {
    private static final boolean[] ALL = {true, true, true};
    private final SplittableRandom random = new SplittableRandom(1);
    private final LossWeighting weighting = spec().start(SCALES);

    @Override
    WeightingSpec spec() {
        return new Uncertainty();
    }

    @Test
    void begins_with_all_variances_at_one() {
        var losses = new StepLosses(new double[] {3, 8, 1}, ALL);
        var factors = weighting.factors(losses, random);
        assertThat(factors).containsExactly(1, 0.5, 1);
        assertThat(weighting.total(factors, losses)).isEqualTo(3 + 4 + 1);
    }

    /** At a constant loss the minimum over s is known: e^s = 2 L for a classification, e^s = L for a regression. */
    @Test
    void finds_the_minimum_of_its_closed_form() {
        var losses = new StepLosses(new double[] {0.4, 3, 1}, ALL);
        for (int step = 0; step < 20_000; step++) {
            weighting.step(losses, 1e-3 * (1 - step / 20_000.0));
        }
        var factors = weighting.factors(losses, random);
        assertThat(factors[0]).isCloseTo(1 / (2 * 0.4), within(1e-3));
        assertThat(factors[1]).isCloseTo(1 / (2 * 3.0), within(1e-3));
    }

    @Test
    void log_variances_stay_within_five() {
        var losses = new StepLosses(new double[] {0, 1e9, 1}, ALL);
        for (int step = 0; step < 20_000; step++) {
            weighting.step(losses, 1e-2);
        }
        var factors = weighting.factors(losses, random);
        assertThat(factors[0]).isCloseTo(Math.exp(5), within(1e-9));
        assertThat(factors[1]).isCloseTo(Math.exp(-5) / 2, within(1e-9));
    }
}
