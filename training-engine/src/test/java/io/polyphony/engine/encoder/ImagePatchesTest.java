package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.Modality;
import java.util.Map;

class ImagePatchesTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new ImagePatches(12, 1, Light.ABSOLUTE, 8, 16, 0.1);
    }

    @Override
    InputLayout layout() {
        return new InputLayout("input", Modality.IMAGE, Map.of(InputLayout.PATCHES, BlockLayout.dense(166)));
    }
}
