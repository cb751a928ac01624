package io.polyphony.engine.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.polyphony.engine.data.FrozenFeatures;
import io.polyphony.engine.data.FrozenInput;
import io.polyphony.engine.data.Light;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.TabularFeatures;
import io.polyphony.engine.layer.NumberEmbedding;
import io.polyphony.engine.layer.Recurrent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

public class EncodersTest {
    /** Every encoder, small. */
    public static final List<EncoderSpec> ALL = List.of(
            new TabularLinear(0.1),
            new TabularMlp(8, 1, 0.1),
            new MeanEmbedding(50, 6, 8, 0.1),
            new TfidfText(64, 6, 2, 8, 0.1),
            new ImageCnn(20, 3, 8, 2, 0.1),
            new AudioCnn(16, 24, 8000, 8, 2, 0.1),
            new TextCnn(50, 6, 8, 4, 0.1),
            new TextRecurrent(Recurrent.Kind.LSTM, 50, 6, 8, 5, true, 0.1),
            new TextTransformer(50, 6, 8, 2, 0.1),
            new ImageResNet(20, 3, 8, 1, 0.1),
            new ImageCnn(20, 3, 8, 2, 0.1, Light.ABSOLUTE, 2),
            new ImageResNet(20, 3, 8, 1, 0.1, Light.RELATIVE, 4),
            new ImageResNet(20, 3, 8, 1, 0.1, Light.ABSOLUTE, 1, ReadOut.GRID),
            new AudioResNet(16, 24, 8000, 4, 2, 0.1),
            new AudioCrnn(16, 24, 8000, 8, 2, 5, 0.1),
            new RealMlp(16, 2, 6, 0.1),
            new FtTransformer(16, 2, 6, 0.1),
            new TextTransformer(50, 6, 8, 1, 0.1, true),
            new RealMlp(16, 1, 6, 0.1, NumberEmbedding.BINS),
            new FtTransformer(16, 1, 6, 0.1, NumberEmbedding.BINS),
            new FtTransformer(16, 1, 6, 0.1, NumberEmbedding.PLAIN),
            new SeriesVector(32, 16, 2, 0.1),
            new SeriesTcn(32, 8, 3, 0.1),
            new SeriesResNet(32, 8, 1, 0.1),
            new SeriesRecurrent(Recurrent.Kind.GRU, 32, 6, true, 0.1),
            new SeriesTransformer(32, 16, 2, 0.1),
            new SeriesLinear(32, 8, 0.1),
            new SeriesMeans(32, 0.1),
            new MiniRocket(32, 168, 16, 0.1),
            new TabularRocket(TabularFeatures.standard(), 168, 16, 0.1),
            new ImagePatches(12, 1, Light.ABSOLUTE, 8, 16, 0.1),
            new AudioPatches(16, 24, 8000, 8, 16, 0.1),
            new AudioFunctionals(16, 8000, 16, 0.1),
            new FrozenEncoder(
                    new FrozenFeatures(
                            Samples.CHANNEL_MEANS, new FrozenInput.Pictures(8, 3, false, List.of(), List.of()), 3),
                    8,
                    0.1));

    @Test
    void encoders_survive_the_way_to_json_and_back() throws Exception {
        var json = JsonMapper.builder().build();
        for (var encoder : ALL) {
            var text = json.writerFor(EncoderSpec.class).writeValueAsString(encoder);
            assertThat(json.readValue(text, EncoderSpec.class)).isEqualTo(encoder);
        }
    }

    @Test
    void every_encoder_is_among_them() {
        assertThat(ALL.stream().<Class<?>>map(EncoderSpec::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(kinds(EncoderSpec.class).toList());
    }

    /** What a sealed type has, be it within another one. */
    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EncodersTest::kinds)
                : Stream.of(type);
    }
}
