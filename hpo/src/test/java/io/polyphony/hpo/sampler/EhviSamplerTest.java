package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.hpo.analysis.Hypervolume;
import io.polyphony.hpo.sampler.gaussian.Prediction;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EhviSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return Samplers.named("ehvi");
    }

    @Test
    void the_sum_over_strips_agrees_with_sampling() {
        double[][] front = {{0.2, 0.9}, {0.5, 0.4}, {0.8, 0.1}};
        double[] reference = {1, 1};
        Prediction[] at = {new Prediction(0.4, 0.3), new Prediction(0.35, 0.2)};
        var random = new SplittableRandom(1);
        double sum = 0;
        int draws = 200_000;
        for (int i = 0; i < draws; i++) {
            double[] losses = {0.4 + 0.3 * random.nextGaussian(), 0.35 + 0.2 * random.nextGaussian()};
            sum += Hypervolume.gain(losses, front, reference);
        }
        assertThat(EhviSampler.strips(front, reference, at)).isCloseTo(sum / draws, within(0.002));
    }

    @Test
    void the_sum_over_free_places_agrees_with_the_sum_over_strips() {
        double[][] front = {{0.2, 0.9}, {0.5, 0.4}, {0.8, 0.1}};
        double[] reference = {1, 1};
        Prediction[] good = {new Prediction(0.4, 0.1), new Prediction(0.35, 0.1)};
        Prediction[] fair = {new Prediction(0.6, 0.1), new Prediction(0.35, 0.1)};
        double[][] free = EhviSampler.free(front, reference, 1);
        double byPlaces = EhviSampler.dominated(free, good) / EhviSampler.dominated(free, fair);
        double byStrips = EhviSampler.strips(front, reference, good) / EhviSampler.strips(front, reference, fair);
        assertThat(byPlaces).isCloseTo(byStrips, within(0.1 * byStrips));
    }
}
