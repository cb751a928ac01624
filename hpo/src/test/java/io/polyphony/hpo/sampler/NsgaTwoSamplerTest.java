package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NsgaTwoSamplerTest extends SamplerContract {

    private static final int POPULATION = 100;

    @Override
    protected Sampler sampler() {
        return Samplers.named("nsga-ii");
    }

    /** Deb et al. (2002) came within 0.0335 of the front of ZDT1 in 30 dimensions with 25 000 evaluations; a tenth of them have to do here. */
    @Test
    void comes_as_close_to_the_front_of_zdt1_as_published() {
        double[][] losses = evolve(Survival.CROWDING, 30, 2, 6000, NsgaTwoSamplerTest::zdt1);
        double distance = Arrays.stream(losses)
                .mapToDouble(NsgaTwoSamplerTest::toZdt1Front)
                .average()
                .orElseThrow();
        assertThat(distance).isLessThan(0.0335);
        assertThat(Arrays.stream(losses).mapToDouble(loss -> loss[0]).max().orElseThrow())
                .as("spread")
                .isGreaterThan(0.8);
    }

    /** The front of DTLZ2 (Deb et al., CEC 2002) is the part of the unit sphere with positive coordinates. */
    @Test
    void spreads_over_the_front_of_dtlz2_by_reference_directions() {
        double[][] losses = evolve(Survival.DIRECTIONS, 12, 3, 6000, NsgaTwoSamplerTest::dtlz2);
        assertThat(Arrays.stream(losses)
                        .mapToDouble(loss ->
                                Math.sqrt(Arrays.stream(loss).map(f -> f * f).sum()))
                        .average()
                        .orElseThrow())
                .isBetween(1.0, 1.05);
        for (double[] direction : Niches.directions(3)) {
            double length = Math.sqrt(Arrays.stream(direction).map(f -> f * f).sum());
            assertThat(Arrays.stream(losses)
                            .mapToDouble(loss -> Math.sqrt(IntStream.range(0, 3)
                                    .mapToDouble(k -> Math.pow(loss[k] - direction[k] / length, 2))
                                    .sum()))
                            .min()
                            .orElseThrow())
                    .as("distance to %s", Arrays.toString(direction))
                    .isLessThan(0.25);
        }
    }

    /** The history is cut to the survivors after each child: evolution looks at no others. */
    private static double[][] evolve(
            Survival survival, int dimensions, int objectives, int trials, Function<Assignment, Double[]> function) {
        var space = new SearchSpace(IntStream.range(0, dimensions)
                .<Parameter>mapToObj(k -> Parameter.real("x" + k, 0, 1))
                .toList());
        var problem = new Problem(
                space,
                IntStream.range(0, objectives)
                        .mapToObj(k -> Objective.minimize("f" + k))
                        .toList(),
                1);
        var sampler = new NsgaSampler(survival, POPULATION);
        var random = new SplittableRandom(5);
        List<Trial> history = new ArrayList<>();
        for (int number = 0; number < trials; number++) {
            Assignment next = sampler.suggest(problem, history, random);
            history.add(Trial.completed(number, next, function.apply(next)));
            if (history.size() > POPULATION + 20) {
                List<Trial> all = history;
                history = new ArrayList<>(Arrays.stream(survival.best(losses(all), POPULATION))
                        .sorted()
                        .mapToObj(all::get)
                        .toList());
            }
        }
        return losses(history);
    }

    private static double[][] losses(List<Trial> trials) {
        return trials.stream()
                .map(trial ->
                        trial.values().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    private static Double[] zdt1(Assignment at) {
        double distance = 1
                + 9
                        * IntStream.range(1, 30)
                                .mapToDouble(k -> at.real("x" + k))
                                .average()
                                .orElseThrow();
        return new Double[] {at.real("x0"), distance * (1 - Math.sqrt(at.real("x0") / distance))};
    }

    private static double toZdt1Front(double[] loss) {
        return IntStream.rangeClosed(0, 500)
                .mapToDouble(i -> Math.hypot(loss[0] - i / 500.0, loss[1] - 1 + Math.sqrt(i / 500.0)))
                .min()
                .orElseThrow();
    }

    private static Double[] dtlz2(Assignment at) {
        double g = IntStream.range(2, 12)
                .mapToDouble(k -> Math.pow(at.real("x" + k) - 0.5, 2))
                .sum();
        double a = at.real("x0") * Math.PI / 2;
        double b = at.real("x1") * Math.PI / 2;
        return new Double[] {
            (1 + g) * Math.cos(a) * Math.cos(b), (1 + g) * Math.cos(a) * Math.sin(b), (1 + g) * Math.sin(a)
        };
    }
}
