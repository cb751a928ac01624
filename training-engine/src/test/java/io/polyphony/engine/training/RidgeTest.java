package io.polyphony.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Two inputs and an answer, beside the closed form and beside leaving blocks out by hand. */
class RidgeTest {
    private final Ridge ridge = new Ridge(2, Ridge.NOISY);

    @Test
    void what_is_linear_is_found_nearly_without_a_penalty() {
        var map = ridge.map(blocks(4, 1, -2, 0));
        assertThat(map.get(0, 0)).isCloseTo(1, within(0.05));
        assertThat(map.get(1, 0)).isCloseTo(-2, within(0.05));
    }

    @Test
    void what_no_input_tells_is_left_at_zero() {
        assertThat(ridge.map(blocks(4, 0, 0, 1)).data).containsOnly(0);
    }

    /** Of the penalties in question, the one with the least error on blocks that are left out, each solved by Cramer's rule. */
    @Test
    void the_penalty_is_the_one_that_tells_blocks_best_which_are_left_out() {
        var blocks = blocks(3, 0.3, 0.1, 1);
        double least = Double.POSITIVE_INFINITY;
        var best = new double[2];
        for (int half = -6; half <= 4; half++) {
            double penalty = Math.pow(10, half / 2.0);
            double error = 0;
            for (var left : blocks) {
                var others = sum(blocks.stream().filter(block -> block != left).toList());
                error += error(left, solved(others, penalty));
            }
            if (error < least) {
                least = error;
                best = solved(sum(blocks), penalty);
            }
        }
        var map = ridge.map(blocks);
        assertThat(map.get(0, 0)).isCloseTo(best[0], within(1e-9));
        assertThat(map.get(1, 0)).isCloseTo(best[1], within(1e-9));
    }

    @Test
    void inputs_that_never_move_are_not_divided_by() {
        assertThat(ridge.map(List.of(new DMatrixRMaj(3, 3), new DMatrixRMaj(3, 3))).data)
                .containsOnly(0);
    }

    /** (G + c mean(diag G) I) w = r. */
    private static double[] solved(DMatrixRMaj sums, double penalty) {
        double added = penalty * (sums.get(0, 0) + sums.get(1, 1)) / 2;
        double a = sums.get(0, 0) + added;
        double b = sums.get(0, 1);
        double d = sums.get(1, 1) + added;
        double determinant = a * d - b * b;
        double first = (sums.get(0, 2) * d - b * sums.get(1, 2)) / determinant;
        double second = (a * sums.get(1, 2) - b * sums.get(0, 2)) / determinant;
        return new double[] {first, second};
    }

    private static double error(DMatrixRMaj sums, double[] map) {
        double error = sums.get(2, 2);
        for (int i = 0; i < 2; i++) {
            error -= 2 * map[i] * sums.get(i, 2);
            for (int j = 0; j < 2; j++) {
                error += map[i] * map[j] * sums.get(i, j);
            }
        }
        return error;
    }

    private static DMatrixRMaj sum(List<DMatrixRMaj> blocks) {
        var sum = new DMatrixRMaj(3, 3);
        blocks.forEach(block -> {
            for (int i = 0; i < sum.data.length; i++) {
                sum.data[i] += block.data[i];
            }
        });
        return sum;
    }

    /** Sums of products of rows whose answer is a sum of inputs and noise. */
    private static List<DMatrixRMaj> blocks(int count, double first, double second, double noise) {
        var random = new SplittableRandom(5);
        var blocks = new ArrayList<DMatrixRMaj>();
        for (int block = 0; block < count; block++) {
            var sums = new DMatrixRMaj(3, 3);
            for (int row = 0; row < 40; row++) {
                double x = random.nextGaussian();
                double z = 0.8 * x + 0.3 * random.nextGaussian();
                double[] numbers = {x, z, first * x + second * z + noise * random.nextGaussian()};
                for (int i = 0; i < 9; i++) {
                    sums.data[i] += numbers[i / 3] * numbers[i % 3];
                }
            }
            blocks.add(sums);
        }
        return blocks;
    }
}
