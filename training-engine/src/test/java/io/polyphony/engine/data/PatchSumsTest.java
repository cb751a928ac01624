package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PatchSumsTest {
    private static final int HEIGHT = 14;
    private static final int WIDTH = 17;
    private static final int CHANNELS = 3;
    private static final int WORDS = 5;
    private static final int DOWN = HEIGHT - Patches.SIDE + 1;
    private static final int ACROSS = WIDTH - Patches.SIDE + 1;
    private final float[] pixels = numbers(HEIGHT * WIDTH * CHANNELS, 1);
    private final PatchSums sums =
            new PatchSums(new Patches(HEIGHT, WIDTH, CHANNELS), new PatchWords(map(), numbers(WORDS, 2)));

    private static float[] numbers(int count, int seed) {
        var random = new SplittableRandom(seed);
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static float[][] map() {
        var map = new float[Patches.SIDE * Patches.SIDE * CHANNELS][];
        for (int i = 0; i < map.length; i++) {
            map[i] = numbers(WORDS, 10 + i);
        }
        return map;
    }

    private float[] written(float[] picture) {
        var features = new float[sums.features() + 1];
        sums.write(picture, 0, features, 1);
        return features;
    }

    @Test
    void words_are_summed_up_by_ninths_as_a_plain_walk_over_all_places_does() {
        var features = written(pixels);
        for (int cell = 0; cell < 9; cell++) {
            for (int word = 0; word < WORDS; word++) {
                int at = 1 + cell * 2 * WORDS + word;
                assertThat(features[at]).isCloseTo((float) plain(cell, word, 1), within(2e-5f));
                assertThat(features[at + WORDS]).isCloseTo((float) plain(cell, word, -1), within(2e-5f));
            }
        }
    }

    private double plain(int cell, int word, int sign) {
        double sum = 0;
        int count = 0;
        for (int top = 0; top < DOWN; top++) {
            for (int left = 0; left < ACROSS; left++) {
                if (top / 3 == cell / 3 && left / 4 == cell % 3) {
                    sum += Math.max(0, sign * answer(top, left, word) - 0.25);
                    count++;
                }
            }
        }
        assertThat(count).isEqualTo(12);
        return sum / count;
    }

    private double answer(int top, int left, int word) {
        double[] patch = new double[map().length];
        for (int i = 0; i < patch.length; i++) {
            int y = top + i / (Patches.SIDE * CHANNELS);
            int x = left + i / CHANNELS % Patches.SIDE;
            patch[i] = pixels[(y * WIDTH + x) * CHANNELS + i % CHANNELS];
        }
        var moments = Moments.of(patch);
        double answer = -sums.words().shift()[word];
        for (int i = 0; i < patch.length; i++) {
            answer += (patch[i] - moments.mean())
                    / Math.sqrt(moments.deviation() * moments.deviation() + 3e-3)
                    * map()[i][word];
        }
        return answer;
    }

    @Test
    void an_even_picture_is_its_light_and_one_colour() {
        var even = new float[pixels.length];
        for (int i = 0; i < even.length; i++) {
            even[i] = new float[] {-5, 0.5f, 1.5f}[i % CHANNELS];
        }
        var features = written(even);
        int light = 1 + 9 * 2 * WORDS;
        for (int cell = 0; cell < 9; cell++) {
            assertThat(features[light + cell * 6]).isCloseTo(-5, within(1e-5f));
            assertThat(features[light + cell * 6 + 1]).isCloseTo(0, within(5e-3f));
            assertThat(features[light + cell * 6 + 4]).isCloseTo(1.5f, within(1e-5f));
        }
        int colours = light + 9 * 2 * CHANNELS;
        for (int colour = 0; colour < 64; colour++) {
            assertThat(features[colours + colour]).isCloseTo(colour == 4 * 2 + 3 ? 1f : 0f, within(1e-5f));
        }
    }

    @Test
    void shares_of_colours_are_written_as_roots_and_nothing_before_the_place() {
        var features = written(pixels);
        double all = 0;
        for (int i = features.length - 64; i < features.length; i++) {
            all += features[i] * features[i];
        }
        assertThat(all).isCloseTo(1, within(1e-5));
        assertThat(features[0]).isZero();
    }

    @Test
    void a_patch_in_the_shade_is_the_same_as_one_in_the_sun() {
        var bright = new float[pixels.length];
        for (int i = 0; i < bright.length; i++) {
            bright[i] = 2 * pixels[i] + 3;
        }
        var patches = new Patches(HEIGHT, WIDTH, CHANNELS);
        var one = new float[patches.length()];
        var other = new float[patches.length()];
        patches.read(pixels, 0, 4, 2, one);
        patches.read(bright, 0, 4, 2, other);
        for (int i = 0; i < one.length; i++) {
            assertThat(other[i]).isCloseTo(one[i], within(1e-2f));
        }
    }
}
