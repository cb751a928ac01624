package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.Modality;
import java.util.Map;

class ImageResNetOfLargePicturesTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new ImageResNet(40, 3, 8, 1, 0.1, Light.ABSOLUTE, 4, ReadOut.GRID);
    }

    @Override
    InputLayout layout() {
        return new InputLayout("input", Modality.IMAGE, Map.of(InputLayout.PIXELS, BlockLayout.dense(40, 40, 3)));
    }
}
