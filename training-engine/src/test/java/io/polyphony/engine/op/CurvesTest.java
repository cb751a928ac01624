package io.polyphony.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final double[] PLACES =
            IntStream.rangeClosed(-400, 400).mapToDouble(i -> i / 10.0).toArray();

    @Test
    void exp_keeps_eight_digits() {
        var y = PLACES.clone();
        Curves.exp(y, 0, y.length);
        for (int i = 0; i < y.length; i++) {
            assertThat(y[i] / Math.exp(PLACES[i])).as("exp(%s)", PLACES[i]).isCloseTo(1, within(1e-8));
        }
    }

    @Test
    void sigmoid_and_tanh_keep_eight_digits() {
        var sigmoid = PLACES.clone();
        Curves.sigmoid(sigmoid, 0, sigmoid.length);
        same(sigmoid, x -> 1 / (1 + Math.exp(-x)));
        var tanh = PLACES.clone();
        Curves.tanh(tanh, 0, tanh.length);
        same(tanh, Math::tanh);
    }

    @Test
    void far_out_they_stay_finite() {
        var far = new double[] {-1e300, 1e300};
        Curves.sigmoid(far, 0, 2);
        assertThat(far[0]).isBetween(0.0, 1e-16);
        assertThat(far[1]).isEqualTo(1);
    }

    @Test
    void only_the_part_that_was_named_changes() {
        var x = new double[] {3, 0, 3};
        Curves.exp(x, 1, 1);
        assertThat(x).containsExactly(3, 1, 3);
    }

    private static void same(double[] actual, DoubleUnaryOperator exact) {
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as("at %s", PLACES[i]).isCloseTo(exact.applyAsDouble(PLACES[i]), within(1e-8));
        }
    }
}
