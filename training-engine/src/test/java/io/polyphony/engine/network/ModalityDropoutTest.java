package io.polyphony.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ModalityDropoutTest {
    private static final int ROWS = 100_000;
    private static final double P = 0.3;

    /** Of two, each goes alone with p (1 - p), and where both would, each every other time: p - p^2 / 2 together. */
    @Test
    void of_two_inputs_each_goes_as_often_as_it_should() {
        assertThat(lost(1, 1)).containsExactly(new double[] {P - P * P / 2, P - P * P / 2}, within(0.006));
    }

    /** Of m, the one that stays where all would go was drawn from m: p - p^m / m. */
    @Test
    void of_three_inputs_each_goes_nearly_with_the_probability() {
        double expected = P - Math.pow(P, 3) / 3;
        assertThat(lost(1, 1, 1)).containsExactly(new double[] {expected, expected, expected}, within(0.006));
    }

    @Test
    void inputs_that_a_row_lacks_have_no_say() {
        assertThat(lost(0, 1, 0, 1)).containsExactly(new double[] {0, P - P * P / 2, 0, P - P * P / 2}, within(0.006));
    }

    @Test
    void the_last_input_stays_and_none_comes_out_of_nothing() {
        assertThat(lost(0, 1, 0)).containsExactly(0, 0, 0);
        assertThat(lost(0, 0)).containsExactly(0, 0);
    }

    /** How often each input was lost; no row gains one, loses all of its own, or touches its neighbours. */
    private static double[] lost(float... row) {
        var random = new SplittableRandom(1);
        var lost = new double[row.length];
        for (int i = 0; i < ROWS; i++) {
            var present = new float[row.length + 2];
            present[0] = 1;
            System.arraycopy(row, 0, present, 1, row.length);
            new ModalityDropout(P).apply(present, 1, row.length + 1, random);
            double before = 0;
            double after = 0;
            for (int m = 0; m < row.length; m++) {
                assertThat(present[m + 1] == 1 || present[m + 1] == 0).isTrue();
                lost[m] += (row[m] - present[m + 1]) / ROWS;
                before += row[m];
                after += present[m + 1];
            }
            assertThat(after > 0).isEqualTo(before > 0);
            assertThat(present[0]).isOne();
        }
        return lost;
    }
}
