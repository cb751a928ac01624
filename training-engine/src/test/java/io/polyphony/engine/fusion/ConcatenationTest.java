package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.program.ByHand;
import org.junit.jupiter.api.Test;

class ConcatenationTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Concatenation(8, 2, 0, 0);
    }

    @Test
    void inputs_and_who_is_there_go_through_hidden_layers() {
        var small = new SmallFusion(new Concatenation(3, 2, 0, 0), 1, 0);
        var known = ByHand.joined(small.projected(0), new double[3], new double[] {1, 0});
        var hidden = ByHand.rectified(small.linear("fusion.hidden0", known));
        assertThat(small.fused("yes"))
                .containsExactly(ByHand.rectified(small.linear("fusion.hidden1", hidden)), within(1e-9));
    }
}
