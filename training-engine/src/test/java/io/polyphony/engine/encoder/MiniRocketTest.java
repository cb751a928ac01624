package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import java.util.LinkedHashMap;

class MiniRocketTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new MiniRocket(32, 168, 16, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.ROCKET, BlockLayout.dense(168));
        return new InputLayout("input", Modality.SERIES, blocks);
    }
}
