package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatchWordsTest {
    private static final int KINDS = 4;
    private static final int LENGTH = 16;
    private final float[][] patches = patches(2000);
    private final PatchWords words = PatchWords.fit(patches, KINDS);

    /** Four patterns that have nothing in common, as strong as may be, upright or as negatives, and a little noise. */
    private static float[][] patches(int count) {
        var random = new SplittableRandom(1);
        var patches = new float[count][];
        for (int i = 0; i < count; i++) {
            float strength = (float) ((1 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1));
            patches[i] = pattern(i % KINDS, strength);
            for (int j = 0; j < LENGTH; j++) {
                patches[i][j] += (float) (0.05 * random.nextGaussian());
            }
        }
        return patches;
    }

    /** A wave as long as so many patches, of which each is at right angles to the others. */
    private static float[] pattern(int kind, float strength) {
        var pattern = new float[LENGTH];
        for (int j = 0; j < LENGTH; j++) {
            pattern[j] = (float) (strength * Math.cos(Math.PI * (kind + 1) * (j + 0.5) / LENGTH));
        }
        return pattern;
    }

    private float[] answers(float[] patch) {
        var answers = new float[KINDS];
        words.answer(patch, answers);
        return answers;
    }

    @Test
    void each_word_is_one_of_the_patterns_that_patches_are_made_of() {
        var winners = IntStream.range(0, KINDS)
                .map(kind -> {
                    var answers = answers(pattern(kind, 1));
                    int best = strongest(answers);
                    for (int k = 0; k < KINDS; k++) {
                        if (k != best) {
                            assertThat(Math.abs(answers[k])).isLessThan(0.2f * Math.abs(answers[best]));
                        }
                    }
                    return best;
                })
                .toArray();
        assertThat(winners).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    private static int strongest(float[] answers) {
        return IntStream.range(0, KINDS)
                .reduce((a, b) -> Math.abs(answers[b]) > Math.abs(answers[a]) ? b : a)
                .orElseThrow();
    }

    /** Whitening, but for what is added to variances, makes every pattern vary by one. */
    @Test
    void answers_to_the_patches_vary_by_one_around_zero() {
        var all = Arrays.stream(patches).map(this::answers).toArray(float[][]::new);
        for (int kind = 0; kind < KINDS; kind++) {
            int k = kind;
            var moments = Moments.of(
                    Arrays.stream(all).mapToDouble(answers -> answers[k]).toArray());
            assertThat(moments.mean()).isCloseTo(0, within(1e-3));
            assertThat(moments.deviation()).isCloseTo(1, within(0.05));
        }
    }

    @Test
    void the_same_patches_give_the_same_words() {
        assertThat(PatchWords.fit(patches(2000), KINDS).map()).isDeepEqualTo(words.map());
    }

    @Test
    void flat_patches_alone_give_words_that_are_like_nothing() {
        var answers = new float[3];
        PatchWords.fit(new float[5][LENGTH], 3).answer(pattern(0, 1), answers);
        assertThat(answers).containsOnly(0f);
    }
}
