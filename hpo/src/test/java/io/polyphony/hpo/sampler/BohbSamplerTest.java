package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BohbSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return Samplers.named("bohb");
    }

    /** All were pruned at the third epoch, so that only a model of that epoch knows anything. */
    @Test
    void learns_from_pruned_trials() {
        var problem = new Problem(SearchSpace.of(Parameter.real("x", 0, 1)), List.of(Objective.minimize("loss")), 1);
        var history = IntStream.range(0, 40)
                .mapToObj(number -> pruned(number, number / 40.0))
                .toList();
        double[] proposed = IntStream.range(0, 40)
                .mapToDouble(seed -> new BohbSampler(0)
                        .suggest(problem, history, new SplittableRandom(seed))
                        .real("x"))
                .toArray();
        assertThat(IntStream.range(0, 40)
                        .filter(seed -> Math.abs(proposed[seed] - 0.3) < 0.15)
                        .count())
                .as("chance is 12 of 40")
                .isGreaterThan(30);
    }

    private static Trial pruned(int number, double x) {
        return Trial.pruned(
                number, new Assignment(Map.of("x", x)), List.of(new Report(3, List.of(Math.pow(x - 0.3, 2)))));
    }
}
