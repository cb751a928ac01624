package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final int ROWS = 2000;

    /** NumPy's arcsinh. */
    @Test
    void numbers_are_bent_as_numpy_does() {
        double[] numbers = {-30, -2, -0.5, 0, 0.5, 1, 3, 1000};
        double[] bent = {
            -4.09462222433053,
            -1.4436354751788103,
            -0.48121182505960347,
            0,
            0.48121182505960347,
            0.881373587019543,
            1.8184464592320668,
            7.600902709541988
        };
        for (int i = 0; i < numbers.length; i++) {
            assertThat(Scale.bent(true, numbers[i])).isCloseTo(bent[i], within(1e-12));
            assertThat(Scale.straightened(true, bent[i])).isCloseTo(numbers[i], within(1e-9));
            assertThat(Scale.bent(false, numbers[i])).isEqualTo(numbers[i]);
        }
    }

    /** Normal, exponential, log-normal, Student's of 3 degrees of freedom, ratings, mostly zero, always the same: bit for bit. */
    @Test
    void what_has_no_heavy_tails_is_scaled_by_mean_and_deviation_as_ever() {
        DoubleUnaryOperator[] shapes = {
            share -> Normal.quantile(share),
            share -> -Math.log(share),
            share -> Math.exp(Normal.quantile(share)),
            share -> student(share),
            share -> Math.floor(5 * share),
            share -> share < 0.96 ? 0 : 1000 * share,
            share -> share < 0.8 ? Normal.quantile(share / 0.8) : 50 + Normal.quantile((share - 0.8) / 0.2),
            share -> 7
        };
        for (int k = 0; k < shapes.length; k++) {
            var values = drawn(shapes[k]);
            var moments = Moments.of(values);
            assertThat(Scale.robust(values))
                    .as("shape %d", k)
                    .isEqualTo(new Scale(moments.mean(), moments.deviationOrOne(), false));
        }
    }

    /** Two rows in a hundred are a thousand times as large: the others are as far apart as if those were not there. */
    @Test
    void beside_outliers_the_bulk_keeps_its_unit() {
        var random = new SplittableRandom(3);
        var values = drawn(share -> 20 + 5 * Normal.quantile(share));
        Arrays.setAll(values, i -> random.nextInt(50) == 0 ? values[i] * 1000 : values[i]);
        var scale = Scale.robust(values);
        assertThat(scale.bent()).isTrue();
        assertThat(scale.middle()).isCloseTo(20, within(0.5));
        assertThat(scale.unit()).isCloseTo(5, within(0.7));
        assertThat(scale.standardise(25) - scale.standardise(20)).isBetween(0.7, 1.0);
        assertThat(scale.standardise(20_000)).isBetween(5.0, 10.0);
        for (double value : new double[] {-1e6, 0, 20, 25, 20_000}) {
            assertThat(scale.restore(scale.standardise(value))).isCloseTo(value, within(1e-6));
        }
    }

    /** By inverting the distribution function of 3 degrees of freedom. */
    private static double student(double share) {
        double low = -200;
        double high = 200;
        for (int i = 0; i < 80; i++) {
            double t = (low + high) / 2;
            double x = t / Math.sqrt(3);
            double below = 0.5 + (Math.atan(x) + x / (1 + x * x)) / Math.PI;
            low = below < share ? t : low;
            high = below < share ? high : t;
        }
        return (low + high) / 2;
    }

    private static double[] drawn(DoubleUnaryOperator shape) {
        var values = new double[ROWS];
        Arrays.setAll(values, i -> shape.applyAsDouble((i + 0.5) / ROWS));
        return values;
    }
}
