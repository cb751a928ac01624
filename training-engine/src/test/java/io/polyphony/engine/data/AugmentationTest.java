package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentationTest {

    private static final InputLayout IMAGE =
            new InputLayout("i", Modality.IMAGE, Map.of(InputLayout.PIXELS, BlockLayout.dense(9, 7, 2)));
    private static final InputLayout AUDIO =
            new InputLayout("a", Modality.AUDIO, Map.of(InputLayout.MEL, BlockLayout.dense(20, 10, 1)));
    private static final InputLayout SERIES = new InputLayout(
            "s",
            Modality.SERIES,
            Map.of(InputLayout.SERIES, BlockLayout.dense(40, 3), InputLayout.WEIGHTS, BlockLayout.dense(40)));
    private static final InputLayout TEXT = new InputLayout(
            "t",
            Modality.TEXT,
            Map.of(InputLayout.WEIGHTS, BlockLayout.dense(200), InputLayout.TOKENS, BlockLayout.codes(200, 5)));

    static List<InputLayout> layouts() {
        return List.of(IMAGE, AUDIO, TEXT, SERIES);
    }

    private static Augmentation of(InputLayout layout, double strength) {
        return Augmentation.of(AugmentSpec.none().varied(strength, strength, strength, strength), layout)
                .getFirst();
    }

    private static float[] noise(int length) {
        var random = new Random(3);
        var values = new float[length];
        for (var i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void only_the_row_changes_and_the_same_seed_changes_it_alike(InputLayout layout) {
        var augmentation = of(layout, 2);
        var size = layout.block(augmentation.block()).size();
        for (var seed = 0; seed < 50; seed++) {
            var first = noise(3 * size);
            var second = noise(3 * size);
            augmentation.apply(first, size, new Random(seed));
            augmentation.apply(second, size, new Random(seed));
            assertThat(first).isEqualTo(second).isNotEqualTo(noise(3 * size));
            assertThat(Arrays.equals(first, 0, size, noise(3 * size), 0, size)).isTrue();
            assertThat(Arrays.equals(first, 2 * size, 3 * size, noise(3 * size), 2 * size, 3 * size))
                    .isTrue();
            for (var value : first) {
                assertThat(value).isFinite();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void without_strength_there_is_none(InputLayout layout) {
        assertThat(Augmentation.of(AugmentSpec.none(), layout)).isEmpty();
    }

    @Test
    void an_even_image_stays_even_in_each_channel_but_for_what_is_erased() {
        var values = new float[9 * 7 * 2];
        Arrays.fill(values, 0.5f);
        of(IMAGE, 1).apply(values, 0, new Random(1));
        for (var i = 0; i < values.length; i++) {
            var even = values[i % 2];
            assertThat(values[i] == 0 || Math.abs(values[i] - even) < 1e-5).isTrue();
            assertThat(values[i]).isBetween(-0.2f, 1.1f);
        }
    }

    @Test
    void a_picture_lies_in_as_many_ways_as_it_may() {
        var layout = new InputLayout("i", Modality.IMAGE, Map.of(InputLayout.PIXELS, BlockLayout.dense(2, 2, 1)));
        assertThat(ways(layout, Mirror.SIDEWAYS)).isEqualTo(Set.of(List.of(1f, 2f, 3f, 4f), List.of(2f, 1f, 4f, 3f)));
        assertThat(ways(layout, Mirror.ALL_WAYS))
                .hasSize(8)
                .allMatch(way -> way.getFirst() + way.getLast() == 5 && way.get(1) + way.get(2) == 5);
        assertThat(Augmentation.of(AugmentSpec.none().mirrored(Mirror.NONE), layout))
                .isEmpty();
    }

    private static Set<List<Float>> ways(InputLayout layout, Mirror mirror) {
        var augmentation =
                Augmentation.of(AugmentSpec.none().mirrored(mirror), layout).getFirst();
        var ways = new HashSet<List<Float>>();
        for (var seed = 0; seed < 200; seed++) {
            var values = new float[] {1, 2, 3, 4};
            augmentation.apply(values, 0, new Random(seed));
            ways.add(List.of(values[0], values[1], values[2], values[3]));
        }
        return ways;
    }

    /** On a slope over bands and time, a longer throat is another slope, and a faster voice one more; nothing moves by more than was said. */
    @Test
    void another_voice_stretches_bands_and_time() {
        var strides = new HashSet<Float>();
        var random = new Random(3);
        for (var row = 0; row < 50; row++) {
            var values = new float[20 * 10];
            for (var i = 0; i < values.length; i++) {
                values[i] = 100 * (i / 10) + i % 10;
            }
            Augmentation.of(AugmentSpec.none().voiced(1), AUDIO).getFirst().apply(values, 0, random);
            var band = values[10 * 10 + 4] - values[10 * 10 + 3];
            var tempo = (values[10 * 10] - values[9 * 10]) / 100;
            strides.add(band);
            assertThat(band).isBetween(0.92f - 1e-3f, 1.08f + 1e-3f);
            assertThat(tempo).isBetween(0.9f - 1e-3f, 1.1f + 1e-3f);
            assertThat(values[10 * 10] + values[9 * 10]).as("around the middle").isCloseTo(1900, within(1e-2f));
        }
        assertThat(strides).hasSizeGreaterThan(40);
    }

    /** A gain is one number of log power in all bands that vary, however much these were divided by; at most two decibels. */
    @Test
    void louder_is_louder_by_as_much_in_every_band() {
        var layout = new InputLayout(
                "a",
                Modality.AUDIO,
                Map.of(InputLayout.MEL, BlockLayout.dense(4, 3, 1).divided(1.5f, 3f, 1e-3f)));
        var gains = new HashSet<Float>();
        for (var seed = 0; seed < 50; seed++) {
            var values = new float[4 * 3];
            // So little of it that neither time nor bands are touched.
            Augmentation.of(AugmentSpec.none().varied(0, 0.5, 0, 0), layout)
                    .getFirst()
                    .apply(values, 0, new Random(seed));
            for (var i = 0; i < values.length; i += 3) {
                assertThat(1.5f * values[i]).isCloseTo(3 * values[i + 1], within(1e-6f));
                assertThat(1.5 * values[i]).isBetween(-0.1 * Math.log(10), 0.1 * Math.log(10));
                assertThat(values[i + 2]).as("silence").isBetween(-0.25f, 0.25f);
            }
            gains.add(values[0]);
        }
        assertThat(gains).hasSizeGreaterThan(40);
    }

    @Test
    void padding_of_a_series_stays_silent_and_most_of_the_rest_is_as_before() {
        var values = noise(40 * 3);
        Arrays.fill(values, 30 * 3, 40 * 3, 0);
        var before = values.clone();
        of(SERIES, 1).apply(values, 0, new Random(4));
        assertThat(Arrays.copyOfRange(values, 30 * 3, 40 * 3)).containsOnly(0f);
        var near = 0;
        for (var i = 0; i < 30 * 3; i++) {
            near += Math.abs(values[i] - before[i]) < 0.5 ? 1 : 0;
        }
        assertThat(near).isGreaterThan(26 * 3 - 1);
    }

    @Test
    void the_past_of_a_forecast_is_left_alone() {
        var blocks = new LinkedHashMap<>(SERIES.blocks());
        blocks.put(InputLayout.LAST, BlockLayout.dense(3));
        var past = new InputLayout("s", Modality.SERIES, blocks);
        assertThat(Augmentation.of(AugmentSpec.none().varied(1, 1, 1, 1), past)).isEmpty();
    }

    @Test
    void token_dropout_keeps_the_expected_sum() {
        var sum = 0.0;
        for (var seed = 0; seed < 200; seed++) {
            var weights = new float[200];
            Arrays.fill(weights, 0, 100, 0.01f);
            of(TEXT, 1).apply(weights, 0, new Random(seed));
            for (var weight : weights) {
                sum += weight / 200;
            }
            assertThat(Arrays.copyOfRange(weights, 100, 200)).containsOnly(0f);
        }
        assertThat(sum).isCloseTo(1, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {InputLayout.PATCHES, InputLayout.EMBEDDING, InputLayout.FUNCTIONALS})
    void what_was_summed_up_is_left_as_it_is(String block) {
        for (var modality : List.of(Modality.IMAGE, Modality.AUDIO)) {
            var summed = new InputLayout("i", modality, Map.of(block, BlockLayout.dense(30)));
            assertThat(Augmentation.of(AugmentSpec.none().varied(1, 1, 1, 1).voiced(1), summed))
                    .isEmpty();
        }
    }

    @Test
    void an_epoch_shows_every_row_once_in_an_order_of_its_own() {
        var batches = new Batches(103, 10, 42);
        var order = batches.order(batches.random(1));
        assertThat(batches.count()).isEqualTo(11);
        assertThat(batches.batch(order, 10)).hasSize(3);
        assertThat(Arrays.stream(order).sorted().toArray()).isEqualTo(Samples.all(103));
        assertThat(order)
                .isEqualTo(batches.order(batches.random(1)))
                .isNotEqualTo(batches.order(batches.random(2)))
                .isNotEqualTo(Samples.all(103));
        assertThat(new Batches(103, 10, 43).order(new Batches(103, 10, 43).random(1)))
                .isNotEqualTo(order);
    }
}
