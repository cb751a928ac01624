package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.function.TestFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Jones, Schonlau and Welch (J. Global Optim. 13, 1998) needed 28 evaluations to come within 1 % of Branin's minimum and 121 within 1 % of Hartmann's in six dimensions. */
class GaussianSamplerTest extends SamplerContract {

    private static final int SEEDS = 7;

    @Override
    protected Sampler sampler() {
        return Samplers.named("gp");
    }

    @Test
    void reaches_branins_minimum_as_fast_as_published() {
        assertThat(median(TestFunction.branin(), 28)).isLessThan(0.01 * 0.397887);
    }

    @Test
    void reaches_hartmanns_minimum_faster_than_published() {
        assertThat(median(TestFunction.hartmann6(), 80)).isLessThan(0.01 * 3.32237);
    }

    private double median(TestFunction function, int trials) {
        return IntStream.range(0, SEEDS)
                .mapToDouble(seed -> Regrets.after(trials, function, sampler(), seed))
                .sorted()
                .toArray()[SEEDS / 2];
    }
}
