package io.polyphony.hpo.sampler.gaussian;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelsTest {

    private static final double[][] POINTS = {{0.5, 0.25}, {0.1, 0.75}, {0.5, 0.75}, {0.9, 0.25}};
    private static final Warp WARP = new Warp(Math.exp(0.3), Math.exp(-0.2));

    /** The first coordinate is bent, the second a choice. */
    private static final Levels.Bends BENDS = Levels.of(POINTS)
            .bends(new Shape(new double[] {0, 0, -6, 0.3, 0, -0.2, 0, 0}, new boolean[] {false, true}));

    @Test
    void every_value_is_known_once() {
        assertThat(Levels.of(POINTS).values()).isDeepEqualTo(new double[][] {{0.1, 0.5, 0.9}, {0.25, 0.75}});
    }

    @Test
    void points_are_bent_coordinate_by_coordinate() {
        assertThat(BENDS.points()).isDeepEqualTo(new double[][] {
            {WARP.of(0.5), 0.25}, {WARP.of(0.1), 0.75}, {WARP.of(0.5), 0.75}, {WARP.of(0.9), 0.25}
        });
        assertThat(BENDS.slopes()[3][0]).isEqualTo(WARP.slopes(0.9));
        assertThat(BENDS.slopes()[3][1]).containsExactly(0, 0);
    }

    @Test
    void a_point_is_bent_alike_whether_its_values_are_known_or_not() {
        assertThat(BENDS.of(new double[] {0.9, 0.75})).containsExactly(WARP.of(0.9), 0.75);
        assertThat(BENDS.of(new double[] {0.3, 0.5})).containsExactly(WARP.of(0.3), 0.5);
    }
}
