package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import java.util.Map;

class AudioPatchesTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new AudioPatches(16, 24, 8000, 8, 16, 0.1);
    }

    @Override
    InputLayout layout() {
        return new InputLayout("input", Modality.AUDIO, Map.of(InputLayout.PATCHES, BlockLayout.dense(166)));
    }
}
