package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NsgaThreeSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return Samplers.named("nsga-iii");
    }

    /** Two failures, each far off in another loss, once drew the scale out so that the directions were lost. */
    @Test
    void what_does_not_survive_has_no_say_in_who_does() {
        var random = new SplittableRandom(7);
        double[][] front = IntStream.range(0, 60)
                .mapToObj(_ -> {
                    double a = random.nextDouble() * Math.PI / 2;
                    double b = random.nextDouble() * Math.PI / 2;
                    return new double[] {Math.cos(a) * Math.cos(b), 10 * Math.cos(a) * Math.sin(b), Math.sin(a)};
                })
                .toArray(double[][]::new);
        double[][] failed = {{1e3, 11, 2}, {2, 11, 1e4}};
        double[][] all = Stream.of(front, failed).flatMap(Stream::of).toArray(double[][]::new);
        for (Survival survival : Survival.values()) {
            assertThat(survival.best(all, 20)).as("%s", survival).isEqualTo(survival.best(front, 20));
        }
    }

    /** Each in another unit, as in the scaled DTLZ problems of Deb and Jain. */
    @Test
    void survivors_are_the_same_whatever_the_units() {
        var random = new SplittableRandom(8);
        double[][] losses = IntStream.range(0, 80)
                .mapToObj(_ -> random.doubles(3).toArray())
                .toArray(double[][]::new);
        double[][] scaled = Stream.of(losses)
                .map(loss -> new double[] {loss[0], 8 * loss[1] + 3, 128 * loss[2]})
                .toArray(double[][]::new);
        assertThat(Survival.DIRECTIONS.best(scaled, 30)).isEqualTo(Survival.DIRECTIONS.best(losses, 30));
    }
}
