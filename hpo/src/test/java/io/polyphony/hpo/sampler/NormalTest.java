package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NormalTest {

    @Test
    void tails_agree_with_the_table() {
        assertThat(Normal.upperTail(0)).isCloseTo(0.5, within(1e-7));
        assertThat(Normal.upperTail(1.959963985)).isCloseTo(0.025, within(1e-8));
        assertThat(Normal.upperTail(-1)).isCloseTo(0.841344746, within(1e-7));
        assertThat(Normal.upperTail(6)).isCloseTo(9.865876e-10, within(2e-16));
    }

    @Test
    void the_cut_density_integrates_to_one() {
        for (double mean : new double[] {0, 0.3, 1}) {
            double mass = Normal.mass(0, 1, mean, 0.2);
            double integral = IntStream.range(0, 10_000)
                    .mapToDouble(i -> Math.exp(Normal.logDensity((i + 0.5) / 10_000, mean, 0.2, mass)) / 10_000)
                    .sum();
            assertThat(integral).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void masses_of_neighbouring_stretches_add_up() {
        double parts = IntStream.range(0, 10)
                .mapToDouble(i -> Normal.mass(i / 10.0, (i + 1) / 10.0, 0.42, 0.15))
                .sum();
        assertThat(parts).isCloseTo(Normal.mass(0, 1, 0.42, 0.15), within(1e-7));
    }

    @Test
    void draws_follow_the_density() {
        var random = new SplittableRandom(1);
        double[] draws = IntStream.range(0, 20_000)
                .mapToDouble(_ -> Normal.draw(0.1, 0.2, random))
                .toArray();
        double below =
                IntStream.range(0, draws.length).filter(i -> draws[i] < 0.1).count() / (double) draws.length;
        assertThat(below).isCloseTo(Normal.mass(0, 0.1, 0.1, 0.2) / Normal.mass(0, 1, 0.1, 0.2), within(0.015));
        assertThat(DoubleStream.of(draws)).allMatch(draw -> draw >= 0 && draw <= 1);
    }
}
