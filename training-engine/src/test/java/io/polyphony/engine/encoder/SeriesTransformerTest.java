package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.program.AttentionByHand;
import io.polyphony.engine.program.ByHand;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTransformerTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new SeriesTransformer(32, 16, 2, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.SERIES, BlockLayout.dense(32, 2));
        blocks.put(InputLayout.WEIGHTS, BlockLayout.dense(32));
        return new InputLayout("input", Modality.SERIES, blocks);
    }

    /**
     * Nie (2023, section 3.1): patches by a linear map plus learned positions, x_d = W_p x_p + W_pos, and an encoder over them. Here all
     * channels of sixteen steps are one patch (the paper reads channels one by one), and patches do not overlap.
     */
    @Test
    void patches_are_mapped_placed_and_attend_to_each_other() {
        var random = new SplittableRandom(5);
        var steps = IntStream.range(0, 48)
                .mapToObj(_ -> random.doubles(2, -1, 1).toArray())
                .toArray(double[][]::new);
        var said = SmallEncoder.series(20, steps).said(new SeriesTransformer(48, 4, 2, 0));
        var known = said.known();
        var tokens = ByHand.plus(
                known.linear("input.patches", ByHand.members(32, ByHand.joined(steps))),
                ByHand.members(4, known.number("input.positions")));
        for (int layer = 0; layer < 2; layer++) {
            tokens = new AttentionByHand(known, 1).self("input.layer" + layer, tokens, true, true, false);
        }
        var read = known.normalised("input.read", tokens);
        assertThat(said.embedding())
                .containsExactly(ByHand.mixed(new double[] {0.8, 0.2}, read[0], read[1]), within(1e-9));
    }
}
