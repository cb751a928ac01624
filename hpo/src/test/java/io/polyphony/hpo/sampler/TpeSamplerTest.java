package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.function.TestFunction;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TpeSamplerTest extends SamplerContract {

    private static final int SEEDS = 30;

    @Override
    protected Sampler sampler() {
        return Samplers.named("tpe");
    }

    static Stream<TestFunction> functions() {
        return TestFunction.suite().stream();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void beats_random_search_seed_by_seed(TestFunction function) {
        double[] tpe = regrets(function, sampler());
        double[] random = regrets(function, new RandomSampler());
        long wins = IntStream.range(0, SEEDS)
                .filter(seed -> tpe[seed] < random[seed])
                .count();
        assertThat(wins).as("a sign test at p < 0.01 needs 22 of 30").isGreaterThanOrEqualTo(22);
        assertThat(median(tpe)).isLessThan(0.5 * median(random));
    }

    @Test
    void comes_close_to_the_minimum_of_branin() {
        assertThat(median(regrets(TestFunction.branin(), sampler()))).isLessThan(0.1);
    }

    private static double[] regrets(TestFunction function, Sampler sampler) {
        return IntStream.range(0, SEEDS)
                .mapToDouble(seed -> Regrets.after(64, function, sampler, seed))
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
