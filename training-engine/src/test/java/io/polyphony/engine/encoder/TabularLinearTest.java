package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import java.util.LinkedHashMap;

class TabularLinearTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new TabularLinear(0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.NUMBERS, BlockLayout.dense(4));
        blocks.put(InputLayout.CODES, BlockLayout.codes(2, 5, 300));
        return new InputLayout("input", Modality.TABULAR, blocks);
    }
}
