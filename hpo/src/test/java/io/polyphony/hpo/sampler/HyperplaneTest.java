package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HyperplaneTest {

    /** The plane f1 / 2 + f2 / 4 + f3 / 8 = 1 meets the axes at 2, 4 and 8; the ideal point is moved to (1, 1, 1). */
    @Test
    void meets_the_axes_where_the_plane_through_the_extreme_points_does() {
        double[][] losses = {{3, 1, 1}, {1, 5, 1}, {1, 1, 9}, {1.5, 2, 5}, {2.9, 4.9, 8.9}};
        Hyperplane plane = Hyperplane.of(losses, new int[] {0, 0, 0, 0, 1});
        assertThat(plane.ideal()).containsExactly(1, 1, 1);
        assertThat(plane.spans()).containsExactly(new double[] {2, 4, 8}, within(1e-9));
        assertThat(plane.normalised(losses)[3]).containsExactly(new double[] {0.25, 0.25, 0.5}, within(1e-9));
    }

    /** Extreme points off the axes: the line through (0, 3) and (4, 1) leads to 6 and 3, and 6 is beyond the worst, 4. */
    @Test
    void where_it_meets_none_within_reach_the_first_front_counts() {
        double[][] losses = {{0, 3}, {4, 1}, {4, 9}};
        Hyperplane plane = Hyperplane.of(losses, new int[] {0, 0, 1});
        assertThat(plane.ideal()).containsExactly(0, 1);
        assertThat(plane.spans()).containsExactly(4, 2);
    }

    @Test
    void a_front_without_extent_leaves_it_to_the_rest() {
        assertThat(Hyperplane.of(new double[][] {{1, 1}, {3, 5}}, new int[] {0, 1})
                        .spans())
                .containsExactly(2, 4);
        assertThat(Hyperplane.of(new double[][] {{1, 1}, {1, 1}}, new int[] {0, 0})
                        .spans())
                .containsExactly(1, 1);
    }
}
