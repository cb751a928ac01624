package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GatedTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Gated(8, 0, 0);
    }

    /**
     * The bimodal unit of Arevalo (2017, equation 4): h = s * tanh(z_0) + (1 - s) * tanh(z_1), s a sigmoid of both inputs. A
     * softmax over two is the sigmoid of their difference.
     */
    @Test
    void of_two_inputs_it_is_the_unit_of_the_paper() {
        var small = new SmallFusion(new Gated(3, 0, 0), 1, 1);
        var first = small.projected(0);
        var second = small.projected(1);
        var logits = small.linear("fusion.gates", small.known());
        assertThat(small.fused("yes"))
                .containsExactly(
                        SmallFusion.each(3, i -> {
                            double s = 1 / (1 + Math.exp(logits[3 + i] - logits[i]));
                            return s * Math.tanh(first[i]) + (1 - s) * Math.tanh(second[i]);
                        }),
                        within(1e-9));
    }
}
