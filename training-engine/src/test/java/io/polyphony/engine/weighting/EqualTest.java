package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EqualTest extends WeightingContract {
    @Override
    WeightingSpec spec() {
        return new Equal();
    }

    @Test
    void divides_each_loss_by_that_of_a_constant_predictor() {
        var weighting = spec().start(SCALES);
        var losses = new StepLosses(new double[] {0.5, 4, 1}, new boolean[] {true, true, false});
        var factors = weighting.factors(losses, new SplittableRandom(1));
        assertThat(factors).containsExactly(2, 0.25, 1);
        assertThat(weighting.total(factors, losses)).isEqualTo(2);
    }
}
