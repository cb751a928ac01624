package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Probabilities by SciPy 1.10 (linregress, spearmanr, f_oneway) of the same numbers. */
class VarianceTest {
    private static final int ROWS = 40;
    private final double[] x = numbers(1.7, 0, 0.05);
    private final double[] y = numbers(0.9, Math.PI / 2, 0.06);

    @Test
    void a_slope_is_as_probable_as_scipy_says() {
        assertThat(Variance.slope(x, y)).isCloseTo(0.006838556388776146, within(1e-12));
        assertThat(Variance.slope(y, x)).isCloseTo(0.006838556388776146, within(1e-12));
        assertThat(Variance.slope(ScreenedColumn.ranks(x), ScreenedColumn.ranks(y)))
                .isCloseTo(0.015163424109867929, within(1e-12));
    }

    @Test
    void differences_of_groups_are_as_probable_as_scipy_says() {
        var groups = new int[ROWS];
        Arrays.setAll(groups, i -> i * 7 % 3);
        assertThat(Variance.groups(y, groups, 3)).isCloseTo(0.9982128614577118, within(1e-12));
        assertThat(Variance.groups(y, groups, 5)).as("empty groups").isCloseTo(0.9982128614577118, within(1e-12));
    }

    @Test
    void rows_where_either_is_missing_do_not_count() {
        var longer = Arrays.copyOf(x, ROWS + 2);
        var other = Arrays.copyOf(y, ROWS + 2);
        longer[ROWS] = Double.NaN;
        other[ROWS + 1] = Double.NaN;
        assertThat(Variance.slope(longer, other)).isCloseTo(0.006838556388776146, within(1e-12));
    }

    @Test
    void what_cannot_be_tested_is_chance() {
        var same = new double[ROWS];
        assertThat(Variance.slope(x, same)).isEqualTo(1);
        assertThat(Variance.slope(same, x)).isEqualTo(1);
        assertThat(Variance.groups(x, new int[ROWS], 1)).isEqualTo(1);
        assertThat(Variance.slope(new double[] {1, 2}, new double[] {1, 2})).isEqualTo(1);
        assertThat(Variance.slope(new double[0], new double[0])).isEqualTo(1);
    }

    private static double[] numbers(double frequency, double phase, double slope) {
        var numbers = new double[ROWS];
        Arrays.setAll(numbers, i -> Math.sin(i * frequency + phase) + slope * i);
        return numbers;
    }
}
