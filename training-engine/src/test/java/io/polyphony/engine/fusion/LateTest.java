package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.program.ByHand;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Late(8, 0, 0);
    }

    /** The answers' mean under softmax(w) of each task; what the heads read is here what they answer. */
    @Test
    void answers_are_mixed_by_shares_of_each_task() {
        var small = new SmallFusion(new Late(3, 0, 0), 1, 1);
        for (var task : List.of("yes", "kind")) {
            var shares = ByHand.softmax(small.numbers().number("fusion.shares." + task));
            assertThat(small.fused(task))
                    .containsExactly(ByHand.mixed(shares, small.projected(0), small.projected(1)), within(1e-9));
        }
    }
}
