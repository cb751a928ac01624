package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.program.ByHand;
import io.polyphony.engine.program.PicturesByHand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class TextCnnTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new TextCnn(50, 6, 8, 4, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.TOKENS, BlockLayout.codes(6, 50));
        blocks.put(InputLayout.WEIGHTS, BlockLayout.dense(6));
        return new InputLayout("input", Modality.TEXT, blocks);
    }

    /** Kim (2014, equations 1 to 3): c_i = f(w x_(i..i+h-1) + b) for h of 3, 4 and 5 words, and the largest c_i of each filter. */
    @Test
    void each_filter_tells_its_largest_answer() {
        var said = SmallEncoder.text(9, 5, 3, 8, 5, 2, 0, 0).said(new TextCnn(9, 7, 4, 2, 0));
        var words = ByHand.members(4, said.known().number("input.words"));
        var padding = new double[4];
        double[][][] line = {{words[5], words[3], words[8], words[5], words[2], padding, padding}};
        var parts = new ArrayList<double[]>();
        for (int wide = 3; wide <= 5; wide++) {
            var answers = new PicturesByHand(said.known()).convolved("input.words" + wide, line, 1, wide, 1)[0];
            parts.add(ByHand.largest(Arrays.copyOf(answers, 5)));
        }
        assertThat(said.embedding())
                .containsExactly(ByHand.rectified(ByHand.joined(parts.toArray(double[][]::new))), within(1e-9));
    }
}
