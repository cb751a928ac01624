package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import java.util.LinkedHashMap;

class AudioCrnnTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new AudioCrnn(16, 24, 8000, 8, 2, 5, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.MEL, BlockLayout.dense(24, 16, 1));
        return new InputLayout("input", Modality.AUDIO, blocks);
    }
}
