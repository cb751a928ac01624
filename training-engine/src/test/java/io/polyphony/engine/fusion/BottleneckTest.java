package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class BottleneckTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new Bottleneck(8, 2, 3, true, 0, 0);
    }

    @Test
    void a_bottleneck_stored_when_each_input_was_one_piece_stays_what_it_was() throws Exception {
        var text =
                "{\"kind\":\"bottleneck\",\"width\":8,\"depth\":2,\"queries\":3,\"dropout\":0.1,\"modalityDropout\":0.2}";
        assertThat(JsonMapper.builder().build().readValue(text, FusionSpec.class))
                .isEqualTo(new Bottleneck(8, 2, 3, false, 0.1, 0.2));
    }
}
