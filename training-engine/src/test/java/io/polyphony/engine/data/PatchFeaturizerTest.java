package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatchFeaturizerTest extends FeaturizerContract {
    private static final int STRIPED = 40;

    @Override
    FeaturizerSpec spec() {
        return new PatchFeatures(new PixelFeatures(12, 1), 8);
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
    void what_train_pictures_lack_is_far_away_but_not_beyond_all_bounds() {
        var table = Samples.table(Map.of(
                "picture",
                Samples.files(Samples.greyPng(12, 12, i -> 100), Samples.greyPng(12, 12, i -> 101), stripes(true, 0))));
        var featurizer = Featurizers.fit(spec(), table, input(), new int[] {0, 1});
        var far = rows(featurizer.apply(table, new int[] {2}))[0];
        assertThat(far).contains(10f);
        for (float number : far) {
            assertThat(number).isBetween(-10f, 10f);
        }
    }

    /** Few different patches have a covariance on which the usual decomposition does not settle. */
    @Test
    void pictures_of_a_few_lines_are_told_by_their_colour() {
        var files = IntStream.range(0, 40)
                .mapToObj(i -> Samples.colourPng(300, 3, i % 2 == 0 ? 0xffc81e1e : 0xff001e1e))
                .toArray(byte[][]::new);
        var table = Samples.table(Map.of("picture", Samples.files(files)));
        for (int size : new int[] {16, 24, 32, 48}) {
            var spec = new PatchFeatures(new PixelFeatures(size, 3), 16);
            var rows = IntStream.range(0, 40).toArray();
            var read = rows(Featurizers.fit(spec, table, input(), rows).apply(table, rows));
            assertThat(read[0]).isNotEqualTo(read[1]).doesNotContain(Float.NaN);
        }
    }

    /** No pixel tells how stripes run, for they begin anywhere. */
    @Test
    void a_dozen_pictures_tell_stripes_that_run_down_from_those_that_run_across() {
        var random = new SplittableRandom(3);
        var table = Samples.table(Map.of(
                "picture",
                Samples.files(IntStream.range(0, STRIPED)
                        .mapToObj(i -> stripes(i % 2 == 0, random.nextInt(6)))
                        .toArray(byte[][]::new))));
        var train = IntStream.range(0, 12).toArray();
        var unseen = IntStream.range(12, STRIPED).toArray();
        var featurizer = Featurizers.fit(spec(), table, input(), train);
        var known = rows(featurizer.apply(table, train));
        var asked = rows(featurizer.apply(table, unseen));
        for (int i = 0; i < asked.length; i++) {
            assertThat(nearest(known, asked[i]) % 2).as("picture %d", 12 + i).isEqualTo(i % 2);
        }
    }

    private static byte[] stripes(boolean down, int begin) {
        return Samples.greyPng(12, 12, i -> ((down ? i % 12 : i / 12) + begin) / 3 % 2 * 200);
    }

    private static float[][] rows(InputFeatures features) {
        var all = Samples.floats(features, InputLayout.PATCHES);
        int length = all.length / features.rows();
        return IntStream.range(0, features.rows())
                .mapToObj(row -> Arrays.copyOfRange(all, row * length, (row + 1) * length))
                .toArray(float[][]::new);
    }

    private static int nearest(float[][] known, float[] asked) {
        return IntStream.range(0, known.length)
                .reduce((a, b) -> distance(known[b], asked) < distance(known[a], asked) ? b : a)
                .orElseThrow();
    }

    private static double distance(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> (one[i] - other[i]) * (one[i] - other[i]))
                .sum();
    }
}
