package io.polyphony.engine.auxiliary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DivergenceTest {
    @Test
    void the_standard_distribution_is_no_distance_away() {
        assertThat(Divergence.evaluate(new float[4], 1, 2, 1, new float[4])).isZero();
    }

    /** KL(N(1, 4) || N(0, 1)) = (1 + 4 - ln 4 - 1) / 2. */
    @Test
    void it_is_the_closed_form_of_two_normal_distributions() {
        var gradient = new float[4];
        double loss = Divergence.evaluate(new float[] {1, (float) Math.log(4), 9, 9}, 1, 1, 0.5, gradient);
        assertThat(loss).isCloseTo(0.5 * (4 - Math.log(4)) / 2, within(1e-6));
        assertThat(gradient).containsExactly(new float[] {0.5f, 0.75f, 0, 0}, within(1e-6f));
    }
}
