package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BilinearTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Bilinear(8, 3, 0, 0);
    }

    /** Kim (2017, equation 5, without its tanh): P (A z_0 * B z_1), beside the linear terms; a layer norm follows here. */
    @Test
    void a_pair_is_the_low_rank_form_of_the_paper() {
        var small = new SmallFusion(new Bilinear(3, 2, 0, 0), 1, 1);
        var left = small.linear("fusion.left0x1", small.projected(0));
        var right = small.linear("fusion.right0x1", small.projected(1));
        var pair = small.linear("fusion.pair0x1", left[0] * right[0], left[1] * right[1]);
        var own = small.linear("fusion.own0", small.projected(0));
        var other = small.linear("fusion.own1", small.projected(1));
        var sum = SmallFusion.each(3, i -> own[i] + other[i] + pair[i]);
        assertThat(small.fused("yes")).containsExactly(small.normalised("fusion.sum", sum), within(1e-9));
    }
}
