package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DwaTest extends WeightingContract {
    private static final boolean[] ALL = {true, true, true};

    @Override
    WeightingSpec spec() {
        return new Dwa(2);
    }

    /** Equation 7 of the paper: w = K exp(r / T) / sum exp(r / T), r the ratio of the last two epochs' mean losses. */
    @Test
    void what_falls_slowly_counts_more() {
        var weighting = spec().start(SCALES);
        epoch(weighting, new double[] {1, 4, 2});
        assertThat(factors(weighting)).containsExactly(new double[] {2, 0.25, 1}, within(1e-12));
        epoch(weighting, new double[] {0.5, 4, 3});
        double sum = Math.exp(0.25) + Math.exp(0.5) + Math.exp(0.75);
        assertThat(factors(weighting))
                .containsExactly(
                        new double[] {
                            2 * 3 * Math.exp(0.25) / sum, 0.25 * 3 * Math.exp(0.5) / sum, 3 * Math.exp(0.75) / sum
                        },
                        within(1e-12));
    }

    private static void epoch(LossWeighting weighting, double[] means) {
        for (double share : new double[] {0.5, 1.5}) {
            var losses = new double[] {share * means[0], share * means[1], share * means[2]};
            weighting.step(new StepLosses(losses, ALL), 1e-3);
        }
        weighting.endEpoch();
    }

    private static double[] factors(LossWeighting weighting) {
        return weighting.factors(new StepLosses(new double[3], ALL), new SplittableRandom(1));
    }
}
