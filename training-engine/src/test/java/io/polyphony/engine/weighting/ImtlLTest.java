package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImtlLTest extends WeightingContract {
    private static final boolean[] ALL = {true, true, true};

    @Override
    WeightingSpec spec() {
        return new ImtlL();
    }

    /** At constant losses e^s L - s is least where e^s L = 1. */
    @Test
    void brings_every_scaled_loss_to_one() {
        var weighting = spec().start(SCALES);
        var losses = new StepLosses(new double[] {0.1, 8, 1}, ALL);
        for (int step = 0; step < 20_000; step++) {
            weighting.step(losses, 1e-3 * (1 - step / 20_000.0));
        }
        var factors = weighting.factors(losses, new SplittableRandom(1));
        for (int task = 0; task < 3; task++) {
            assertThat(factors[task] * losses.values()[task]).isCloseTo(1, within(1e-3));
        }
    }
}
