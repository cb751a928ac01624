package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SobolTest {

    @Test
    void each_of_sixteen_points_has_a_sixteenth_of_every_coordinate_to_itself_whatever_the_scrambling() {
        for (long seed = 0; seed < 10; seed++) {
            double[][] points = points(16, 7, seed);
            for (int k = 0; k < 7; k++) {
                int coordinate = k;
                assertThat(Arrays.stream(points).mapToInt(point -> (int) (16 * point[coordinate])))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void seeds_scramble_differently_and_dimensions_beyond_the_table_are_random() {
        assertThat(Sobol.point(3, 5, 1)).isNotEqualTo(Sobol.point(3, 5, 2));
        assertThat(Sobol.point(1200, 5, 1)).hasSize(1200).isEqualTo(Sobol.point(1200, 5, 1));
    }

    private static double[][] points(int count, int dimensions, long seed) {
        return IntStream.range(0, count)
                .mapToObj(i -> Sobol.point(dimensions, i, seed))
                .toArray(double[][]::new);
    }
}
