package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RlwTest extends WeightingContract {
    @Override
    WeightingSpec spec() {
        return new Rlw();
    }

    @Test
    void is_the_softmax_of_normal_draws_times_the_number_of_tasks() {
        var losses = new StepLosses(new double[3], new boolean[] {true, true, true});
        var factors = spec().start(SCALES).factors(losses, new SplittableRandom(9));
        var draws = new SplittableRandom(9);
        double a = Math.exp(draws.nextGaussian());
        double b = Math.exp(draws.nextGaussian());
        double c = Math.exp(draws.nextGaussian());
        assertThat(factors)
                .containsExactly(
                        new double[] {2 * 3 * a / (a + b + c), 0.25 * 3 * b / (a + b + c), 3 * c / (a + b + c)},
                        within(1e-12));
    }

    @Test
    void all_tasks_count_the_same_in_the_long_run() {
        var losses = new StepLosses(new double[3], new boolean[] {true, true, true});
        var weighting = spec().start(SCALES);
        var random = new SplittableRandom(3);
        var sums = new double[3];
        for (int step = 0; step < 20_000; step++) {
            var factors = weighting.factors(losses, random);
            for (int task = 0; task < 3; task++) {
                sums[task] += factors[task] / SCALES.normaliser(task) / 20_000;
            }
        }
        assertThat(sums).containsExactly(new double[] {1, 1, 1}, within(0.02));
    }
}
