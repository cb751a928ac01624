package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import java.util.LinkedHashMap;

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
}
