package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.MediaColumn.MalformedMedia;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelFeaturizerTest extends FeaturizerContract {

    @Override
    FeaturizerSpec spec() {
        return new PixelFeatures(8, 3);
    }

    @Override
    Table table() {
        return Samples.pictures(Samples.colourPng(40, 9, 0xff336699));
    }

    @Override
    Table otherwise() {
        return Samples.pictures(Samples.greyPng(3, 3, i -> i));
    }

    @Override
    InputSpec input() {
        return over(Modality.IMAGE, "picture");
    }

    @Test
    void grey_levels_are_taken_as_stored() throws MalformedMedia {
        var picture = ImageDecoder.decode(Samples.greyPng(2, 2, i -> 50 * i), 8, 1);
        assertThat(picture.values())
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(0, 50 / 255f, 100 / 255f, 150 / 255f);
    }

    @Test
    void transparent_is_white() throws MalformedMedia {
        assertThat(ImageDecoder.decode(Samples.colourPng(1, 1, 0x00123456), 8, 1)
                        .values()[0])
                .isCloseTo(1, within(1e-5f));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 8, 31, 100})
    void an_even_picture_stays_even_at_any_size(int side) throws MalformedMedia {
        var fitted = ImageDecoder.decode(Samples.greyPng(side, side, i -> 128), 16, 1)
                .fitted(16, new float[1]);
        assertThat(fitted.values()).hasSize(256);
        for (var value : fitted.values()) {
            assertThat(value).isCloseTo(128 / 255f, within(1e-5f));
        }
    }

    /** Halving a ramp leaves a ramp: away from the border, a symmetric filter keeps a straight line. */
    @Test
    void shrinking_keeps_a_ramp() throws MalformedMedia {
        var fitted = ImageDecoder.decode(Samples.greyPng(32, 32, i -> 4 * (i % 32)), 16, 1)
                .fitted(16, new float[1]);
        for (var x = 1; x < 15; x++) {
            assertThat(fitted.values()[5 * 16 + x]).isCloseTo(4 * (2 * x + 0.5f) / 255f, within(1e-4f));
        }
    }

    @Test
    void the_aspect_is_kept_and_the_border_filled() throws MalformedMedia {
        var fitted = ImageDecoder.decode(Samples.greyPng(8, 16, i -> 255), 8, 1).fitted(8, new float[] {0.25f});
        assertThat(Arrays.copyOfRange(fitted.values(), 0, 16)).containsOnly(0.25f);
        assertThat(fitted.values()[4 * 8]).isCloseTo(1, within(1e-5f));
    }

    @Test
    void train_pixels_have_mean_zero_and_deviation_one() {
        var features = Featurizers.fit(new PixelFeatures(8, 1), table(), input(), new int[] {0})
                .apply(table(), new int[] {0});
        var values = Samples.floats(features, InputLayout.PIXELS);
        var sum = 0.0;
        var squares = 0.0;
        for (var value : values) {
            sum += value;
            squares += value * value;
        }
        assertThat(sum / 64).isCloseTo(0, within(1e-5));
        assertThat(squares / 64).isCloseTo(1, within(1e-4));
    }

    /** Rounding makes the variance of what never changes a little less than nothing, or more. */
    @ParameterizedTest
    @ValueSource(ints = {0, 7, 60, 77, 200, 255})
    void a_channel_that_never_changes_is_nothing(int level) {
        var pictures = Samples.table(Map.of(
                "picture", Samples.files(Samples.greyPng(24, 24, i -> level), Samples.greyPng(24, 24, i -> level))));
        var features = Featurizers.fit(new PixelFeatures(24, 1), pictures, input(), new int[] {0, 1})
                .apply(pictures, new int[] {0, 1});
        for (var value : Samples.floats(features, InputLayout.PIXELS)) {
            assertThat(value).isCloseTo(0, within(0.05f));
        }
    }

    /** However dark it is and however faint: each has mean 0 and deviation 1 by itself, and so little border that it is 0. */
    @Test
    void seen_by_itself_a_dark_picture_is_as_its_light_twin() {
        var pictures = Samples.table(Map.of(
                "picture",
                Samples.files(
                        Samples.greyPng(8, 6, i -> 100 + 3 * i),
                        Samples.greyPng(8, 6, i -> 5 + i),
                        Samples.greyPng(8, 6, i -> 77))));
        var features = Featurizers.fit(new PixelFeatures(8, 1, Light.RELATIVE), pictures, input(), new int[] {0})
                .apply(pictures, new int[] {0, 1, 2});
        var values = Samples.floats(features, InputLayout.PIXELS);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 64; i++) {
            sum += values[i];
            squares += values[i] * values[i];
            assertThat(values[64 + i]).isCloseTo(values[i], within(1e-4f));
            assertThat(values[128 + i]).isZero();
        }
        assertThat(sum / 48).isCloseTo(0, within(1e-5));
        assertThat(squares / 48).isCloseTo(1, within(1e-4));
        assertThat(values[0]).isZero();
        assertThat(values[1]).isNegative();
    }

    @Test
    void a_broken_file_is_named() {
        var cut = Arrays.copyOf(Samples.greyPng(30, 30, i -> i % 256), 90);
        var table = Samples.table(Map.of("picture", Samples.files(cut, "no image".getBytes())));
        assertThatThrownBy(() -> Featurizers.fit(spec(), table, input(), new int[] {0}))
                .isInstanceOf(CorruptFile.class)
                .hasMessageContaining("0.bin")
                .hasMessageContaining("picture");
        assertThatThrownBy(() -> Featurizers.fit(spec(), table, input(), new int[] {1}))
                .isInstanceOf(CorruptFile.class)
                .hasMessageContaining("1.bin")
                .hasMessageContaining("none of PNG");
    }
}
