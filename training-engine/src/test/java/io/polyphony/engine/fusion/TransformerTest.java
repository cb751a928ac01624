package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.program.AttentionByHand;
import io.polyphony.engine.program.ByHand;
import org.junit.jupiter.api.Test;

class TransformerTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Transformer(8, 2, 0, 0);
    }

    /** A free token and one per input with its place, behind pre-norm layers; the free one is read. */
    @Test
    void the_free_token_gathers_what_inputs_say() {
        var small = new SmallFusion(new Transformer(3, 2, 0, 0), 1, 1);
        assertThat(small.fused("yes")).containsExactly(gathered(small, true, true), within(1e-9));
    }

    @Test
    void a_missing_input_is_not_attended_to() {
        var small = new SmallFusion(new Transformer(3, 2, 0, 0), 0, 1);
        assertThat(small.fused("yes")).containsExactly(gathered(small, false, true), within(1e-9));
    }

    private static double[] gathered(SmallFusion small, boolean first, boolean second) {
        var known = small.numbers();
        var places = ByHand.members(3, known.number("fusion.places"));
        double[][] tokens = {
            known.number("fusion.free"),
            ByHand.plus(small.projected(0), places[0]),
            ByHand.plus(small.projected(1), places[1])
        };
        for (int layer = 0; layer < 2; layer++) {
            tokens = new AttentionByHand(known, 1).self("fusion.layer" + layer, tokens, true, first, second);
        }
        return known.normalised("fusion.gathered", tokens[0]);
    }
}
