package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import java.util.Map;

class AudioFunctionalsTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new AudioFunctionals(16, 8000, 16, 0.1);
    }

    @Override
    InputLayout layout() {
        return new InputLayout("input", Modality.AUDIO, Map.of(InputLayout.FUNCTIONALS, BlockLayout.dense(136)));
    }
}
