package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.program.AttentionByHand;
import io.polyphony.engine.program.ByHand;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class TextTransformerTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new TextTransformer(50, 6, 8, 2, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.TOKENS, BlockLayout.codes(6, 50));
        blocks.put(InputLayout.WEIGHTS, BlockLayout.dense(6));
        return new InputLayout("input", Modality.TEXT, blocks);
    }

    /** Vaswani (2017) with learned positions and pre-norm layers (Xiong 2020): the mean of what words become. */
    @Test
    void words_with_places_attend_to_each_other() {
        var said = SmallEncoder.text(9, 5, 3, 8, 5, 0, 0).said(new TextTransformer(9, 6, 32, 2, 0));
        var known = said.known();
        var words = ByHand.members(32, known.number("input.words"));
        var padding = new double[32];
        double[][] vectors = {words[5], words[3], words[8], words[5], padding, padding};
        var tokens = ByHand.plus(vectors, ByHand.members(32, known.number("input.positions")));
        for (int layer = 0; layer < 2; layer++) {
            tokens = new AttentionByHand(known, 2)
                    .self("input.layer" + layer, tokens, true, true, true, true, false, false);
        }
        var read = known.normalised("input.read", Arrays.copyOf(tokens, 4));
        assertThat(said.embedding()).containsExactly(ByHand.mean(read), within(1e-9));
    }
}
