package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ImtlGTest extends WeightingContract {
    @Override
    WeightingSpec spec() {
        return new ImtlG();
    }

    /** Equal projections on all gradients may need one of them backwards. */
    @Override
    boolean positive() {
        return false;
    }

    @Test
    void orthogonal_gradients_count_by_one_over_their_length() {
        assertThat(ImtlG.coefficients(Gradients.gram(new double[] {3, 0}, new double[] {0, 1})))
                .containsExactly(new double[] {0.25, 0.75}, within(1e-12));
    }

    @Test
    void has_the_same_projection_on_every_gradient() {
        var gradients = new double[][] {{1, 0, 0.5}, {0.2, 2, 0}, {-0.3, 0.4, 3}};
        var coefficients = ImtlG.coefficients(Gradients.gram(gradients));
        var sum = Gradients.sum(coefficients, gradients);
        assertThat(Arrays.stream(coefficients).sum()).isCloseTo(1, within(1e-12));
        var projections = Arrays.stream(gradients)
                .mapToDouble(g -> Gradients.dot(sum, g) / Math.sqrt(Gradients.dot(g, g)))
                .toArray();
        assertThat(projections[1]).isCloseTo(projections[0], within(1e-12));
        assertThat(projections[2]).isCloseTo(projections[0], within(1e-12));
    }
}
