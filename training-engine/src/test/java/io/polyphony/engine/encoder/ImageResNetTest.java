package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import java.util.LinkedHashMap;

class ImageResNetTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new ImageResNet(20, 3, 8, 1, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.PIXELS, BlockLayout.dense(20, 20, 3));
        return new InputLayout("input", Modality.IMAGE, blocks);
    }
}
