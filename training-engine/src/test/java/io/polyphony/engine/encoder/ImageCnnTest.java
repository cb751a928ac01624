package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import java.util.LinkedHashMap;

class ImageCnnTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new ImageCnn(20, 3, 8, 2, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.PIXELS, BlockLayout.dense(20, 20, 3));
        return new InputLayout("input", Modality.IMAGE, blocks);
    }
}
