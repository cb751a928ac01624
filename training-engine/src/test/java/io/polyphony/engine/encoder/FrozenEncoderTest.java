package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.FrozenFeatures;
import io.polyphony.engine.data.FrozenInput;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import java.util.Map;

class FrozenEncoderTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new FrozenEncoder(new FrozenFeatures("ab", new FrozenInput.Sounds(8000, 64), 12), 16, 0.1);
    }

    @Override
    InputLayout layout() {
        return new InputLayout("input", Modality.AUDIO, Map.of(InputLayout.EMBEDDING, BlockLayout.dense(12)));
    }
}
