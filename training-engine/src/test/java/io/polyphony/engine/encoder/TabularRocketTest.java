package io.polyphony.engine.encoder;

import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TabularFeatures;
import java.util.LinkedHashMap;

class TabularRocketTest extends EncoderContract {
    @Override
    EncoderSpec encoder() {
        return new TabularRocket(TabularFeatures.standard(), 168, 16, 0.1);
    }

    @Override
    InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.NUMBERS, BlockLayout.dense(40));
        blocks.put(InputLayout.CODES, BlockLayout.codes(2, 5, 3));
        blocks.put(InputLayout.ROCKET, BlockLayout.dense(168));
        return new InputLayout("input", Modality.TABULAR, blocks);
    }
}
