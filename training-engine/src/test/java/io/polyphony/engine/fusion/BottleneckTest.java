package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.engine.program.AttentionByHand;
import io.polyphony.engine.program.ByHand;
import org.junit.jupiter.api.Test;

class BottleneckTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Bottleneck(8, 2, 3, true, 0, 0);
    }

    @Test
    void a_bottleneck_stored_when_each_input_was_one_piece_stays_what_it_was() throws Exception {
        var text =
                "{\"kind\":\"bottleneck\",\"width\":8,\"depth\":2,\"queries\":3,\"dropout\":0.1,\"modalityDropout\":0.2}";
        assertThat(JsonMapper.builder().build().readValue(text, FusionSpec.class))
                .isEqualTo(new Bottleneck(8, 2, 3, false, 0.1, 0.2));
    }

    /** Jaegle (2021, section 3.2): learned queries attend to all that inputs say; here to each other, too (Nagrani 2021). */
    @Test
    void what_inputs_tell_passes_through_the_queries() {
        var small = new SmallFusion(new Bottleneck(3, 2, 2, true, 0, 0), 1, 1);
        var known = small.numbers();
        var latent = ByHand.members(3, known.number("fusion.queries"));
        for (int layer = 0; layer < 2; layer++) {
            double[][] all = {latent[0], latent[1], small.projected(0), small.projected(1)};
            latent = new AttentionByHand(known, 1).cross("fusion.layer" + layer, latent, all, true, true, true, true);
        }
        assertThat(small.fused("yes"))
                .containsExactly(known.normalised("fusion.gathered", ByHand.mean(latent)), within(1e-9));
    }
}
