package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StaticTest extends WeightingContract {
    @Override
    WeightingSpec spec() {
        return new Static(Map.of("b", 3.0));
    }

    @Test
    void weights_come_on_top_of_the_scales() {
        var losses = new StepLosses(new double[] {1, 1, 1}, new boolean[] {true, true, true});
        assertThat(spec().start(SCALES).factors(losses, new SplittableRandom(1)))
                .containsExactly(2, 0.75, 1);
    }
}
