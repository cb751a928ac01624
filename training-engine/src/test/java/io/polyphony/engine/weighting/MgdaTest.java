package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MgdaTest extends WeightingContract {
    @Override
    WeightingSpec spec() {
        return new Mgda();
    }

    /** A task may have no part in the shortest vector. */
    @Override
    boolean positive() {
        return false;
    }

    /** Sener and Koltun, equation 4: ((g2 - g1)'g2) / |g1 - g2|^2, within 0 and 1. */
    @Test
    void is_the_closed_form_of_two_tasks() {
        assertThat(Mgda.coefficients(Gradients.gram(new double[] {2, 0}, new double[] {0, 1})))
                .containsExactly(new double[] {0.2, 0.8}, within(1e-9));
        assertThat(Mgda.coefficients(Gradients.gram(new double[] {1, 0}, new double[] {3, 1})))
                .containsExactly(new double[] {1, 0}, within(1e-9));
    }

    /** The shortest combination of orthogonal vectors weighs them by 1 / length^2. */
    @Test
    void is_the_closed_form_of_orthogonal_tasks() {
        var gram = Gradients.gram(new double[] {1, 0, 0}, new double[] {0, 2, 0}, new double[] {0, 0, 4});
        double sum = 1 + 1 / 4.0 + 1 / 16.0;
        assertThat(Mgda.coefficients(gram))
                .containsExactly(new double[] {1 / sum, 0.25 / sum, 0.0625 / sum}, within(1e-9));
    }

    @Test
    void opposite_gradients_leave_nothing() {
        var gradients = new double[][] {{1, 0}, {-2, 0}};
        assertThat(Gradients.sum(Mgda.coefficients(Gradients.gram(gradients)), gradients))
                .containsExactly(new double[] {0, 0}, within(1e-9));
    }
}
