package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.program.ByHand;
import org.junit.jupiter.api.Test;

class WeightedAverageTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new WeightedAverage(8, 0, 0);
    }

    @Test
    void it_is_the_mean_under_learned_shares_of_those_that_are_there() {
        var small = new SmallFusion(new WeightedAverage(3, 0, 0), 1, 1);
        var shares = ByHand.softmax(small.numbers().number("fusion.shares"));
        assertThat(small.fused("yes"))
                .containsExactly(ByHand.mixed(shares, small.projected(0), small.projected(1)), within(1e-9));
        var alone = new SmallFusion(new WeightedAverage(3, 0, 0), 0, 1);
        assertThat(alone.fused("yes")).containsExactly(alone.projected(1), within(1e-9));
    }
}
