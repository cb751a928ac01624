package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.program.ByHand;
import org.junit.jupiter.api.Test;

class AverageTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Average(8, 0, 0);
    }

    @Test
    void it_is_the_mean_of_those_that_are_there() {
        var small = new SmallFusion(fusion(), 1, 1);
        assertThat(small.fused("yes"))
                .containsExactly(ByHand.mean(small.projected(0), small.projected(1)), within(1e-9));
        var alone = new SmallFusion(fusion(), 1, 0);
        assertThat(alone.fused("yes")).containsExactly(alone.projected(0), within(1e-9));
    }
}
