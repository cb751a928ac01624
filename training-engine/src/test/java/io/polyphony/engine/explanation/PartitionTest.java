package io.polyphony.engine.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PartitionTest {
    /** tanh(1000 x) is over after a thousandth of the path: even parts would see nothing of it. */
    @Test
    void a_steep_begin_gets_the_parts() {
        var partition = Partition.of(function(
                x -> Math.tanh(1000 * x), x -> 1000 * (1 - Math.tanh(1000 * x) * Math.tanh(1000 * x))));
        assertThat(integral(partition, x -> 1000 * (1 - Math.tanh(1000 * x) * Math.tanh(1000 * x))))
                .isCloseTo(1, within(0.005));
        assertThat(partition.parts()).isLessThan(150);
        assertThat(partition.first()).isZero();
        assertThat(partition.last()).isEqualTo(1);
        assertThat(Arrays.stream(partition.widths()).sum()).isCloseTo(1, within(1e-12));
        assertThat(partition.middles()).isSorted();
    }

    /** The middle of a symmetric step lies on the line between its ends, but its slope tells. */
    @Test
    void a_step_in_the_middle_of_a_part_is_found_by_its_slope() {
        DoubleUnaryOperator slope = x -> 200 / Math.pow(Math.cosh(200 * (x - 0.015625)), 2);
        var partition = Partition.of(function(x -> Math.tanh(200 * (x - 0.015625)), slope));
        assertThat(integral(partition, slope)).isCloseTo(partition.last() - partition.first(), within(0.01));
    }

    @Test
    void a_straight_line_stays_in_few_parts_and_a_leap_ends() {
        assertThat(Partition.of(function(x -> 3 * x, x -> 3)).parts()).isEqualTo(32);
        assertThat(Partition.of(function(x -> x > 0.3 ? 1 : 0, x -> 0)).parts()).isLessThanOrEqualTo(1024);
    }

    private static double integral(Partition partition, DoubleUnaryOperator slope) {
        double sum = 0;
        for (int i = 0; i < partition.parts(); i++) {
            sum += partition.widths()[i] * slope.applyAsDouble(partition.middles()[i]);
        }
        return sum;
    }

    private static Partition.Function function(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
        return new Partition.Function() {
            @Override
            public double[] values(double[] places) {
                return Arrays.stream(places).map(value).toArray();
            }

            @Override
            public double[][] valuesAndSlopes(double[] places) {
                return new double[][] {
                    values(places), Arrays.stream(places).map(slope).toArray()
                };
            }
        };
    }
}
