package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.engine.data.BlockLayout;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Precision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StagedTest {
    private static final List<Staged> STRIDED = List.of(
            new ImageCnn(64, 1, 8, 3, 0, Light.ABSOLUTE, 2), new ImageResNet(64, 1, 8, 1, 0, Light.ABSOLUTE, 2));

    /** Networks that were stored before there were stems. */
    @Test
    void what_says_nothing_of_a_stem_has_none() throws Exception {
        var json = JsonMapper.builder().build();
        for (var encoder : List.of(new ImageCnn(32, 3, 8, 2, 0.1), new ImageResNet(32, 3, 8, 1, 0.1))) {
            var text = json.writerFor(EncoderSpec.class).writeValueAsString(encoder);
            var before = text.replace(",\"stride\":1", "");
            assertThat(before).isNotEqualTo(text);
            assertThat(json.readValue(before, EncoderSpec.class)).isEqualTo(encoder);
        }
    }

    /** What draws on pictures goes from the coarsest map back to the picture itself, each at most a stride finer. */
    @Test
    void the_first_map_is_as_fine_as_the_picture() {
        for (var encoder : STRIDED) {
            var maps = encoder.stages(new Graph(2), layout(64, 1)).maps();
            assertThat(maps.stream().map(map -> map.shape().extent(1)))
                    .as(encoder.toString())
                    .startsWith(64, 32);
        }
    }

    @Test
    void a_stem_pays_for_twice_as_large_pictures() {
        assertThat(flops(new ImageCnn(128, 3, 16, 4, 0, Light.ABSOLUTE, 2), 128))
                .isLessThan(flops(new ImageCnn(128, 3, 16, 4, 0), 128) * 3 / 5);
        assertThat(flops(new ImageResNet(128, 3, 16, 1, 0, Light.ABSOLUTE, 2), 128))
                .isLessThan(flops(new ImageResNet(64, 3, 16, 1, 0), 64) * 5 / 4);
        assertThat(flops(new ImageResNet(224, 3, 16, 1, 0, Light.ABSOLUTE, 4), 224))
                .isLessThan(flops(new ImageResNet(64, 3, 16, 1, 0), 64) * 3 / 2);
    }

    @Test
    void a_stride_halves_some_times_or_not_at_all() {
        assertThatThrownBy(() -> new ImageCnn(64, 3, 8, 2, 0, Light.ABSOLUTE, 3))
                .hasMessageContaining("stride (3)")
                .hasMessageContaining("1, 2, 4 and 8");
        assertThatThrownBy(() -> new ImageResNet(64, 3, 8, 2, 0, Light.ABSOLUTE, 16))
                .hasMessageContaining("stride");
        assertThatThrownBy(() -> new ImageCnn(16, 3, 8, 4, 0, Light.ABSOLUTE, 2))
                .hasMessageContaining("size / stride / 2^blocks");
    }

    private static long flops(Staged encoder, int size) {
        var graph = new Graph(2);
        graph.output("embedding", encoder.build(graph, layout(size, 3)));
        return Program.cost(graph, true, Precision.FLOAT).flops();
    }

    private static InputLayout layout(int size, int channels) {
        return new InputLayout(
                "input", Modality.IMAGE, Map.of(InputLayout.PIXELS, BlockLayout.dense(size, size, channels)));
    }
}
