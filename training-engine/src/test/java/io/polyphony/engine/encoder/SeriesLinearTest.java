package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import java.util.LinkedHashMap;

class SeriesLinearTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new SeriesLinear(32, 8, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.SERIES, BlockLayout.dense(32, 2));
        blocks.put(InputLayout.WEIGHTS, BlockLayout.dense(32));
        return new InputLayout("input", Modality.SERIES, blocks);
    }
}
