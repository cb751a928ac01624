package io.polyphony.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FloatCurvesTest {
    private static final int PLACES = 4001;

    @Test
    void tanh_is_right_to_the_seventh_digit() {
        var x = places();
        FloatCurves.tanh(x, PLACES);
        for (int i = 0; i < PLACES; i++) {
            assertThat((double) x[i]).as("at %s", places()[i]).isCloseTo(Math.tanh(places()[i]), within(4e-7));
        }
    }

    @Test
    void sigmoid_is_right_to_the_seventh_digit() {
        var x = places();
        FloatCurves.sigmoid(x, PLACES);
        for (int i = 0; i < PLACES; i++) {
            assertThat((double) x[i])
                    .as("at %s", places()[i])
                    .isCloseTo(1 / (1 + Math.exp(-places()[i])), within(4e-7));
        }
    }

    /** From -20 to 20 turns, which floats tell to two millionths: an angle of a hundred thousandth. */
    @Test
    void sines_are_as_right_as_their_angles() {
        var x = places();
        FloatCurves.sineOfTurns(x, PLACES);
        for (int i = 0; i < PLACES; i++) {
            double turns = places()[i];
            assertThat((double) x[i]).as("at %s", turns).isCloseTo(Math.sin(2 * Math.PI * turns), within(2e-7));
        }
        var large = new float[] {1000.25f, -1000.25f, 4096.5f};
        FloatCurves.sineOfTurns(large, 3);
        assertThat(large[0]).isCloseTo(1, within(1e-6f));
        assertThat(large[1]).isCloseTo(-1, within(1e-6f));
        assertThat(large[2]).isCloseTo(0, within(1e-6f));
    }

    @Test
    void small_numbers_keep_their_digits() {
        var x = new float[] {1e-6f, -3e-20f, 0};
        FloatCurves.tanh(x, 3);
        assertThat(x[0]).isCloseTo(1e-6f, within(1e-12f));
        assertThat(x[1]).isCloseTo(-3e-20f, within(1e-26f));
        assertThat(x[2]).isZero();
    }

    @Test
    void far_out_and_elsewhere_nothing_strange_happens() {
        var x = new float[] {Float.MAX_VALUE, -Float.MAX_VALUE, 7};
        FloatCurves.tanh(x, 2);
        assertThat(x[0]).isCloseTo(1, within(4e-7f));
        assertThat(x[1]).isCloseTo(-1, within(4e-7f));
        assertThat(x[2]).isEqualTo(7);
    }

    private static float[] places() {
        var x = new float[PLACES];
        for (int i = 0; i < PLACES; i++) {
            x[i] = (i - 2000) / 100f;
        }
        return x;
    }
}
