package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AugmentationTest {

    private static final InputLayout IMAGE =
            new InputLayout("i", Modality.IMAGE, Map.of(InputLayout.PIXELS, BlockLayout.dense(9, 7, 2)));
    private static final InputLayout AUDIO =
            new InputLayout("a", Modality.AUDIO, Map.of(InputLayout.MEL, BlockLayout.dense(20, 10, 1)));
    private static final InputLayout TEXT = new InputLayout(
            "t",
            Modality.TEXT,
            Map.of(InputLayout.WEIGHTS, BlockLayout.dense(200), InputLayout.TOKENS, BlockLayout.codes(200, 5)));

    static List<InputLayout> layouts() {
        return List.of(IMAGE, AUDIO, TEXT);
    }

    private static Augmentation of(InputLayout layout, double strength) {
        return Augmentation.of(new AugmentSpec(strength, strength, strength), layout)
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
    void an_even_image_stays_even_but_for_what_is_erased() {
        var values = new float[9 * 7 * 2];
        Arrays.fill(values, 0.5f);
        of(IMAGE, 1).apply(values, 0, new Random(1));
        for (var value : values) {
            assertThat(value == 0 || Math.abs(value - 0.5f) < 1e-6).isTrue();
        }
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
