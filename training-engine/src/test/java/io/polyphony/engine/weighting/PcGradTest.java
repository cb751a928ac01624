package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PcGradTest extends WeightingContract {
    @Override
    WeightingSpec spec() {
        return new PcGrad();
    }

    /** Algorithm 1 by hand: (1, 0) becomes (.5, .5) and (-1, 1) becomes (0, 1). */
    @Test
    void conflicting_gradients_are_projected_on_each_others_normal_planes() {
        var gradients = new double[][] {{1, 0}, {-1, 1}};
        var coefficients = PcGrad.coefficients(Gradients.gram(gradients), new SplittableRandom(1));
        assertThat(Gradients.sum(coefficients, gradients)).containsExactly(new double[] {0.5, 1.5}, within(1e-12));
    }

    @Test
    void gradients_in_harmony_are_summed_up() {
        var gram = Gradients.gram(new double[] {1, 0, 1}, new double[] {0, 2, 1}, new double[] {1, 1, 0});
        assertThat(PcGrad.coefficients(gram, new SplittableRandom(1))).containsExactly(1, 1, 1);
    }
}
