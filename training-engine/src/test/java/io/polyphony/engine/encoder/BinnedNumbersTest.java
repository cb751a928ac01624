package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TabularFeatures;
import io.polyphony.engine.layer.NumberEmbedding;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Encoders of tables that see how far numbers reach into bins. */
class BinnedNumbersTest {
    private static InputLayout cells() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(InputLayout.NUMBERS, BlockLayout.dense(4).flagging(2));
        blocks.put(InputLayout.BINS, BlockLayout.dense(3, 5));
        blocks.put(InputLayout.CODES, BlockLayout.codes(2, 5, 300));
        return new InputLayout("input", Modality.TABULAR, blocks);
    }

    @Nested
    class OfRealMlp extends EncoderContract {
        @Override
        EncoderSpec encoder() {
            return new RealMlp(16, 2, 6, 0.1, NumberEmbedding.BINS);
        }

        @Override
        InputLayout layout() {
            return cells();
        }
    }

    @Nested
    class OfFtTransformer extends EncoderContract {
        @Override
        EncoderSpec encoder() {
            return new FtTransformer(16, 2, 6, 0.1, NumberEmbedding.BINS);
        }

        @Override
        InputLayout layout() {
            return cells();
        }
    }

    @Nested
    class OfFtTransformerWithPlainNumbers extends EncoderContract {
        @Override
        EncoderSpec encoder() {
            return new FtTransformer(16, 2, 6, 0.1, NumberEmbedding.PLAIN);
        }

        @Override
        InputLayout layout() {
            var blocks = new LinkedHashMap<>(cells().blocks());
            blocks.remove(InputLayout.BINS);
            return new InputLayout("input", Modality.TABULAR, blocks);
        }
    }

    @Test
    void bins_are_asked_for_where_they_are_read() {
        assertThat(new RealMlp(16, 2, 6, 0.1, NumberEmbedding.BINS).featurizer())
                .isEqualTo(TabularFeatures.of(true));
        assertThat(new RealMlp(16, 2, 6, 0.1).featurizer()).isEqualTo(TabularFeatures.standard());
    }

    @Test
    void networks_saved_before_there_was_a_choice_have_waves() throws Exception {
        var old = "{\"kind\":\"real-mlp\",\"width\":16,\"depth\":2,\"waves\":6,\"dropout\":0.1}";
        assertThat(JsonMapper.builder().build().readValue(old, EncoderSpec.class))
                .isEqualTo(new RealMlp(16, 2, 6, 0.1, NumberEmbedding.WAVES));
    }
}
