package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.layer.Recurrent;
import java.util.LinkedHashMap;

class TextGruTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new TextRecurrent(Recurrent.Kind.GRU, 50, 6, 8, 5, false, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.TOKENS, BlockLayout.codes(6, 50));
        blocks.put(InputLayout.WEIGHTS, BlockLayout.dense(6));
        return new InputLayout("input", Modality.TEXT, blocks);
    }
}
