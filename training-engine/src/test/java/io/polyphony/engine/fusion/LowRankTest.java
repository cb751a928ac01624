package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LowRankTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new LowRank(8, 4, 0, 0);
    }

    /** Liu (2018, equation 6): the sum over r of W_0^r [z_0; 1] * W_1^r [z_1; 1]; a layer norm follows here. */
    @Test
    void it_is_the_sum_of_products_of_the_paper() {
        var small = new SmallFusion(new LowRank(3, 2, 0, 0), 1, 1);
        var first = small.linear("fusion.factor0", small.projected(0));
        var second = small.linear("fusion.factor1", small.projected(1));
        var sum = SmallFusion.each(3, i -> first[i] * second[i] + first[3 + i] * second[3 + i]);
        assertThat(small.fused("yes")).containsExactly(small.normalised("fusion.sum", sum), within(1e-9));
    }

    /** What is left of a missing input is its constant, which is the factor of its one. */
    @Test
    void a_missing_input_is_its_constant_factor() {
        var small = new SmallFusion(new LowRank(3, 2, 0, 0), 1, 0);
        var first = small.linear("fusion.factor0", small.projected(0));
        var second = small.linear("fusion.factor1", 0, 0, 0);
        var sum = SmallFusion.each(3, i -> first[i] * second[i] + first[3 + i] * second[3 + i]);
        assertThat(small.fused("yes")).containsExactly(small.normalised("fusion.sum", sum), within(1e-9));
    }
}
