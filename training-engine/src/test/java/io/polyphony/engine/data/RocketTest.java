package io.polyphony.engine.data;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.Rocket.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RocketTest {
    private static final int STEPS = 100;
    private final Row[] rows = IntStream.range(0, 5).mapToObj(RocketTest::row).toArray(Row[]::new);
    private final Rocket rocket = Rocket.fit(rows, 840);

    /** Whole numbers, so that sums are exact. */
    private static Row row(int seed) {
        var random = new SplittableRandom(seed);
        var series = new float[2 * STEPS];
        for (int i = 0; i < series.length; i++) {
            series[i] = random.nextInt(-9, 10);
        }
        return new Row(series, 0, STEPS, 2);
    }

    @Test
    void kernels_have_three_weights_of_two_and_six_of_minus_one_and_there_are_84() {
        assertThat(Rocket.places()).hasDimensions(84, 3);
        assertThat(Arrays.stream(Rocket.places()).map(Arrays::toString)).doesNotHaveDuplicates();
        for (var places : Rocket.places()) {
            assertThat(places).isSorted().doesNotHaveDuplicates();
        }
    }

    /** The published rule: ten per kernel over log2(99 / 8) octaves, rounded down to whole dilations. */
    @Test
    void dilations_grow_exponentially_until_the_kernel_is_as_long_as_the_series() {
        assertThat(rocket.dilations()).containsExactly(1, 2, 3, 4, 5, 7, 9, 12);
        assertThat(rocket.counts()).containsExactly(3, 1, 1, 1, 1, 1, 1, 1);
        assertThat(rocket.features()).isEqualTo(840);
    }

    @Test
    void features_are_the_shares_of_steps_at_which_a_plain_convolution_is_above_the_bias() {
        var features = new float[rocket.features()];
        rocket.write(rows[3], features, 0);
        int feature = 0;
        for (int d = 0; d < rocket.dilations().length; d++) {
            for (int kernel = 0; kernel < 84; kernel++) {
                for (int i = 0; i < rocket.counts()[d]; i++) {
                    assertThat(features[feature])
                            .as("dilation %d, kernel %d", rocket.dilations()[d], kernel)
                            .isEqualTo(share(rows[3], d, kernel, rocket.biases()[feature]));
                    feature++;
                }
            }
        }
        assertThat(features).contains(0.5f).doesNotContain(Float.NaN);
    }

    private float share(Row row, int d, int kernel, float bias) {
        int dilation = rocket.dilations()[d];
        int margin = (d + kernel) % 2 == 0 ? 0 : 4 * dilation;
        int above = 0;
        for (int step = margin; step < STEPS - margin; step++) {
            double sum = 0;
            for (int channel : rocket.channels()[d * 84 + kernel]) {
                for (int place = 0; place < 9; place++) {
                    int at = step + (place - 4) * dilation;
                    int wanted = place;
                    int weight = IntStream.of(Rocket.places()[kernel]).anyMatch(two -> two == wanted) ? 2 : -1;
                    sum += at < 0 || at >= STEPS ? 0 : weight * row.series()[2 * at + channel];
                }
            }
            above += sum > bias ? 1 : 0;
        }
        return (float) above / (STEPS - 2 * margin);
    }

    @Test
    void channels_are_drawn_so_that_kernels_see_either_or_both() {
        assertThat(Arrays.stream(rocket.channels()).map(Arrays::toString).map(text -> text.replace("[1, 0]", "[0, 1]")))
                .contains("[0]", "[1]", "[0, 1]");
    }

    @Test
    void a_row_shorter_than_a_kernel_is_padded() {
        var features = new float[rocket.features()];
        rocket.write(new Row(new float[] {1, 2, 3, 4}, 0, 2, 2), features, 0);
        assertThat(features).doesNotContain(Float.NaN).contains(0f, 1f);
    }

    /** What the authors' own program says of the same rows; how that was asked is told in the file. */
    @Test
    void it_is_what_the_authors_program_computes() throws IOException {
        var told = told();
        var train = series(told.get("train"));
        var fitted = Rocket.fit(new Row[] {train}, 336);
        assertThat(fitted.dilations()).containsExactly(whole(told.get("dilations")));
        assertThat(fitted.counts()).containsExactly(whole(told.get("counts")));
        assertThat(fitted.biases()).containsExactly(single(told.get("biases")), within(1e-4f));
        var features = new float[fitted.features()];
        fitted.write(series(told.get("other")), features, 0);
        assertThat(features).containsExactly(single(told.get("features")), within(1e-6f));
    }

    private static Map<String, String[]> told() throws IOException {
        try (var file = requireNonNull(RocketTest.class.getResourceAsStream("minirocket.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(words -> words[0], words -> Arrays.copyOfRange(words, 1, words.length)));
        }
    }

    private static Row series(String @Nullable [] words) {
        var numbers = single(words);
        return new Row(numbers, 0, numbers.length, 1);
    }

    private static int[] whole(String @Nullable [] words) {
        return Arrays.stream(requireNonNull(words)).mapToInt(Integer::parseInt).toArray();
    }

    private static float[] single(String @Nullable [] words) {
        var numbers = new float[requireNonNull(words).length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.parseFloat(words[i]);
        }
        return numbers;
    }
}
