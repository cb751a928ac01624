package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AlignedMtlTest extends WeightingContract {
    @Override
    WeightingSpec spec() {
        return new AlignedMtl();
    }

    /** A component that most gradients share is shortened, which may turn one around. */
    @Override
    boolean positive() {
        return false;
    }

    @Test
    void orthogonal_gradients_become_as_long_as_the_shortest() {
        assertThat(AlignedMtl.coefficients(Gradients.gram(new double[] {3, 0}, new double[] {0, 1})))
                .containsExactly(new double[] {1 / 3.0, 1}, within(1e-9));
    }

    /**
     * For G'G = ((2, 1), (1, 2)): eigenvalues 3 and 1, the first along (1, 1). The sum lies along (1, 1) alone:
     * sqrt(1 / 3) of it is left.
     */
    @Test
    void is_the_closed_form_of_two_tasks() {
        assertThat(AlignedMtl.coefficients(new double[][] {{2, 1}, {1, 2}}))
                .containsExactly(new double[] {Math.sqrt(1 / 3.0), Math.sqrt(1 / 3.0)}, within(1e-9));
    }

    /** The aligned gradients are orthogonal and sqrt(least eigenvalue) long, so their sum is sqrt(K) times as long. */
    @Test
    void the_sum_has_the_length_of_aligned_gradients() {
        var gradients = new double[][] {{1, 0.4}, {-0.5, 2}};
        var gram = Gradients.gram(gradients);
        var sum = Gradients.sum(AlignedMtl.coefficients(gram), gradients);
        double trace = gram[0][0] + gram[1][1];
        double determinant = gram[0][0] * gram[1][1] - gram[0][1] * gram[1][0];
        double least = trace / 2 - Math.sqrt(trace * trace / 4 - determinant);
        assertThat(Gradients.dot(sum, sum)).isCloseTo(2 * least, within(1e-9));
    }

    @Test
    void parallel_gradients_are_one_component() {
        var gradients = new double[][] {{1, 0}, {2, 0}};
        var sum = Gradients.sum(AlignedMtl.coefficients(Gradients.gram(gradients)), gradients);
        assertThat(sum[0]).isPositive().isFinite();
    }
}
