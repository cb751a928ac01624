package io.polyphony.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NashMtlTest extends WeightingContract {
    @Override
    WeightingSpec spec() {
        return new NashMtl();
    }

    /** Claim 3.2 of the paper: G'G a = 1 / a. */
    @Test
    void is_the_bargaining_solution() {
        var gram = Gradients.gram(new double[] {1, 0, 0.5}, new double[] {-0.8, 2, 0}, new double[] {-0.3, -0.4, 3});
        var a = NashMtl.coefficients(gram);
        double norm = Math.sqrt(
                Gradients.dot(gram[0], gram[0]) + Gradients.dot(gram[1], gram[1]) + Gradients.dot(gram[2], gram[2]));
        for (int task = 0; task < 3; task++) {
            assertThat(Gradients.dot(gram[task], a) / norm).isCloseTo(1 / a[task], within(1e-4));
        }
    }

    /** Of orthogonal gradients every task gains the same: coefficients are 1 / length, times the root of the norm. */
    @Test
    void is_the_closed_form_of_orthogonal_tasks() {
        var a = NashMtl.coefficients(Gradients.gram(new double[] {3, 0}, new double[] {0, 1}));
        double root = Math.pow(81 + 1, 0.25);
        assertThat(a).containsExactly(new double[] {root / 3, root}, within(1e-3));
    }

    @Test
    void opposite_gradients_have_an_answer() {
        for (double a : NashMtl.coefficients(Gradients.gram(new double[] {1, 0}, new double[] {-1, 0}))) {
            assertThat(a).isPositive().isFinite();
        }
    }
}
