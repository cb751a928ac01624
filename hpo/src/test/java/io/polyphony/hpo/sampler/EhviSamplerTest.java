package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.hpo.analysis.Hypervolume;
import io.polyphony.hpo.sampler.gaussian.Prediction;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EhviSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return Samplers.named("ehvi");
    }

    private static final double[][] FRONT = {{0.2, 0.9}, {0.5, 0.4}, {0.8, 0.1}};
    private static final Growth GROWTH = Growth.of(List.of(), FRONT, new double[] {1, 1}, 1);

    @Test
    void the_sum_over_strips_agrees_with_sampling() {
        Prediction[] at = {new Prediction(0.4, 0.3), new Prediction(0.35, 0.2)};
        var random = new SplittableRandom(1);
        double sum = 0;
        int draws = 200_000;
        for (int i = 0; i < draws; i++) {
            double[] losses = {0.4 + 0.3 * random.nextGaussian(), 0.35 + 0.2 * random.nextGaussian()};
            sum += Hypervolume.gain(losses, FRONT, new double[] {1, 1});
        }
        assertThat(GROWTH.strips(at)).isCloseTo(sum / draws, within(0.002));
    }

    @Test
    void the_sum_over_free_places_agrees_with_the_sum_over_strips() {
        Prediction[] good = {new Prediction(0.4, 0.1), new Prediction(0.35, 0.1)};
        Prediction[] fair = {new Prediction(0.6, 0.1), new Prediction(0.35, 0.1)};
        assertThat(GROWTH.places(good)).isCloseTo(GROWTH.strips(good), within(0.1 * GROWTH.strips(good)));
        assertThat(GROWTH.places(fair)).isCloseTo(GROWTH.strips(fair), within(0.1 * GROWTH.strips(fair)));
    }
}
